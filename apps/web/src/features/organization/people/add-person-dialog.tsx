import type { EditorialPerson } from '@bantin/shared/editorial-people'
import { useMutation } from '@tanstack/react-query'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import styles from '../organization.module.css'
import { useRefusal } from '../use-refusal.ts'
import { createPersonMutation } from './people.api.ts'

/** Asks for somebody's name; all else is filled in on the page that follows. */
export function AddPersonDialog({ onAdded, onClose }: { onAdded: (person: EditorialPerson) => void; onClose: () => void }) {
  const { cancel } = useDeskText()
  const { missing, saving } = useOrganizationText()
  const words = useUnitText().people
  const refusal = useRefusal()
  const { mutate, isPending: busy } = useMutation(createPersonMutation())
  const form = useAskForm<string>(
    (filled) => (filled('name') ? { send: filled('name') } : { wrong: { name: missing } }),
    (name) =>
      mutate(
        { name },
        {
          onSuccess: onAdded,
          onError: (error) => {
            const { field, text } = refusal(error)
            form.refuse({ [field === 'name' ? 'name' : 'all']: text })
          },
        },
      ),
  )
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? saving : words.submit}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={words.addTitle} actions={actions}>
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          required
          maxLength={100}
          autoComplete="off"
          error={form.problems.name}
        />
      </AskForm>
    </Dialog>
  )
}
