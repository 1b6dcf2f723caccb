import { useMutation } from '@tanstack/react-query'
import type { VerbParts } from './verb-parts.ts'
import { deleteMutation, duplicateMutation } from './verbs.api.ts'

/** What leads away from the article: a copy of it is opened, or it is no more. */
export function useHandOn(
  { current, settled, onDuplicated, onDeleted }: VerbParts,
  fail: (error: unknown, id: string) => Promise<boolean>,
) {
  const duplicating = useMutation(duplicateMutation())
  const deleting = useMutation(deleteMutation())
  const duplicate = async (): Promise<void> => {
    await settled()
    const article = current()
    if (!article) return
    await duplicating.mutateAsync(article).then(onDuplicated, (error: unknown) => fail(error, article.id))
  }
  /** Resolves to whether it is worth trying again. */
  const deleteDraft = async (): Promise<boolean> => {
    await settled()
    const article = current()
    if (!article) return false
    return deleting.mutateAsync(article).then(
      () => {
        onDeleted()
        return false
      },
      (error: unknown) => fail(error, article.id),
    )
  }
  return { pending: duplicating.isPending || deleting.isPending, verbs: { duplicate, deleteDraft } }
}
