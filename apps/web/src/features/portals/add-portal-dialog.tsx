import type { Client, ClientInput } from '@bantin/shared/clients'
import { useMutation } from '@tanstack/react-query'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceProblem } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { PortalFields } from './portal-fields.tsx'
import { readPortal } from './portal-values.ts'
import { createPortalMutation } from './portals.api.ts'
import styles from './portals.module.css'
import { useRefusal } from './use-refusal.ts'

interface AddPortalDialogProps {
  /** Whose news it may be; an empty id: all of the site's. */
  places: readonly NamedItem[]
  /** Who is asked to answer for it. */
  me: NamedItem
  onAdded: (portal: Client) => void
  onClose: () => void
}

/** Asks for a new portal. */
export function AddPortalDialog({ places, me, onAdded, onClose }: AddPortalDialogProps) {
  const { cancel } = useDeskText()
  const words = usePortalsText()
  const { form, busy } = useAdding(onAdded)
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? words.saving : words.form.submit}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={words.form.title} actions={actions}>
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <PortalFields shown={null} responsible={me} problems={form.problems}>
          <Field label={words.form.unit} hint={words.form.unitHint} error={form.problems.unitId}>
            {(control) => (
              <select {...control} name="unitId">
                {places.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </PortalFields>
      </AskForm>
    </Dialog>
  )
}

function useAdding(onAdded: (portal: Client) => void) {
  const words = usePortalsText()
  const refusal = useRefusal()
  const { mutate, isPending: busy } = useMutation(createPortalMutation())
  const form = useAskForm<ClientInput>(
    (filled) => {
      const read = readPortal(filled, words)
      return 'wrong' in read ? read : { send: { ...read.send, unitId: filled('unitId') || null } }
    },
    (input) =>
      mutate(input, {
        onSuccess: onAdded,
        onError: (error) => {
          const { field, text } = refusal(error)
          form.refuse({ [field ?? 'all']: text })
        },
      }),
  )
  return { form, busy }
}
