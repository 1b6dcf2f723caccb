import type { MediaItem } from '@bantin/shared/media'
import { useMutation } from '@tanstack/react-query'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { deleteMediaMutation } from './media.api.ts'
import { useSayMediaRefusal } from './use-say-media-refusal.ts'

interface DeleteMediaProps {
  item: MediaItem
  saying: Saying
  onDeleted: () => void
}

/** Deletes a file after asking; while articles show it the question says so instead. */
export function DeleteMedia({ item: { id, version, uses }, saying, onDeleted }: DeleteMediaProps) {
  const words = useMediaItemText().remove
  const sayRefusal = useSayMediaRefusal()
  const { mutate, isPending } = useMutation(deleteMediaMutation())
  const act = (): void => {
    saying.hush()
    mutate({ id, version }, { onSuccess: onDeleted, onError: (error) => saying.failed(sayRefusal(error)) })
  }
  return (
    <ConfirmButton
      variant="danger"
      busy={isPending}
      title={words.title}
      lead={words.lead}
      confirm={words.confirm}
      refusal={uses > 0 ? words.used(uses) : null}
      onConfirm={act}
    >
      {words.button}
    </ConfirmButton>
  )
}
