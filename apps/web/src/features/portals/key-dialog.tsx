import type { Client, KeyInput, MadeKey } from '@bantin/shared/clients'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceProblem } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { makeKeyMutation, readAgain } from './portals.api.ts'
import styles from './portals.module.css'
import { useRefusal } from './use-refusal.ts'

interface KeyDialogProps {
  portal: Client
  endOf: (day: string) => string | null
  today: string
  onMade: (key: MadeKey) => void
  onClose: () => void
}

/** Asks until when a new key works. */
export function KeyDialog({ portal, endOf, today, onMade, onClose }: KeyDialogProps) {
  const { cancel } = useDeskText()
  const words = usePortalsText()
  const { form, busy } = useMaking(portal, endOf, onMade)
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? words.saving : words.keys.submit}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={words.keys.add} lead={words.keys.dialogLead} actions={actions}>
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <TextField
          type="date"
          name="expiresAt"
          min={today}
          label={words.keys.expires}
          hint={words.keys.expiresHint}
          error={form.problems.expiresAt}
        />
      </AskForm>
    </Dialog>
  )
}

function useMaking({ id, version }: Client, endOf: KeyDialogProps['endOf'], onMade: KeyDialogProps['onMade']) {
  const words = usePortalsText().keys
  const client = useQueryClient()
  const refusal = useRefusal()
  const { mutate, isPending: busy } = useMutation(makeKeyMutation())
  const form = useAskForm<KeyInput>(
    (filled) => {
      const day = filled('expiresAt')
      const isBroken = form.formRef.current?.querySelector<HTMLInputElement>('[name="expiresAt"]')?.validity.badInput ?? false
      const expiresAt = day === '' ? null : endOf(day)
      if (isBroken || (day !== '' && expiresAt === null)) return { wrong: { expiresAt: words.expiresWrong } }
      return { send: { expiresAt } }
    },
    (input) =>
      mutate(
        { id, version, input },
        {
          onSuccess: onMade,
          onError: (error) => {
            const { field, text } = refusal(error, { conflict: words.tooMany, fields: { expiresAt: words.expiresWrong } })
            void readAgain(client, id)
            form.refuse({ [field ?? 'all']: text })
          },
        },
      ),
  )
  return { form, busy }
}
