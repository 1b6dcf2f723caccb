import type { EditorialPost, NewPost } from '@bantin/shared/editorial-people'
import { useMutation } from '@tanstack/react-query'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { type FieldProblems, useAskForm } from '../../../ui/use-ask-form.ts'
import styles from '../organization.module.css'
import { useRefusal } from '../use-refusal.ts'
import { savePostMutation } from './posts.api.ts'

interface PostDialogProps {
  unitId: string
  /** Null: a new one. */
  post: EditorialPost | null
  /** Where a new one stands: after the others. */
  nextOrder: number
  onSaved: (name: string) => void
  onClose: () => void
}

/** Asks what a post is called, and where it stands among those of its unit and of all units. */
export function PostDialog({ unitId, post, nextOrder, onSaved, onClose }: PostDialogProps) {
  const { cancel } = useDeskText()
  const { save, saving } = useOrganizationText()
  const words = useUnitText().posts
  const { form, busy } = usePost(unitId, post, onSaved)
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? saving : save}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={post ? words.editTitle(post.name) : words.addTitle} actions={actions}>
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          required
          maxLength={200}
          autoComplete="off"
          defaultValue={post?.name}
          error={form.problems.name}
        />
        <div className={styles.pair}>
          <TextField
            name="order"
            inputMode="numeric"
            label={words.order}
            maxLength={6}
            defaultValue={post?.order ?? nextOrder}
            error={form.problems.order}
          />
          <TextField
            name="seniority"
            inputMode="numeric"
            label={words.seniority}
            hint={words.seniorityHint}
            maxLength={6}
            defaultValue={post?.seniority ?? 0}
            error={form.problems.seniority}
          />
        </div>
      </AskForm>
    </Dialog>
  )
}

function usePost(unitId: string, post: EditorialPost | null, onSaved: (name: string) => void) {
  const words = useOrganizationText()
  const refusal = useRefusal()
  const { mutate, isPending: busy } = useMutation(savePostMutation())
  const form = useAskForm<NewPost>(
    (filled) => {
      const name = filled('name')
      const wrong: FieldProblems = name ? {} : { name: words.missing }
      for (const field of ['order', 'seniority']) {
        if (!/^\d{1,6}$/.test(filled(field)) || Number(filled(field)) > 100_000) wrong[field] = words.orderWrong
      }
      if (Object.keys(wrong).length > 0) return { wrong }
      return { send: { name, order: Number(filled('order')), seniority: Number(filled('seniority')) } }
    },
    (input) =>
      mutate(post ? { post, input } : { unitId, input }, {
        onSuccess: () => onSaved(input.name),
        onError: (error) => {
          const { field, text } = refusal(error)
          form.refuse({ [field ?? 'all']: text })
        },
      }),
  )
  return { form, busy }
}
