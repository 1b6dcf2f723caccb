import type { Webhook, WebhookWithSecret } from '@bantin/shared/webhooks'
import { useMutation } from '@tanstack/react-query'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { useWebhooksText } from '../../lib/i18n/desk/use-webhooks-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceProblem } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import styles from './portals.module.css'
import { useRefusal } from './use-refusal.ts'
import { addWebhookMutation, rotateSecretMutation } from './webhooks.api.ts'

/** What makes a secret: a new endpoint of a portal, or another secret for one that stands. */
export type WebhookTask = { addTo: string } | { rotate: Webhook }

interface WebhookDialogProps {
  task: WebhookTask
  onMade: (answer: WebhookWithSecret) => void
  onClose: () => void
}

/** Asks for the address of an endpoint, or for how long its former secret goes on to sign. */
export function WebhookDialog({ task, onMade, onClose }: WebhookDialogProps) {
  const { cancel } = useDeskText()
  const { saving } = usePortalsText()
  const words = useWebhooksText()
  const { form, busy } = useMaking(task, onMade)
  const isNew = 'addTo' in task
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? saving : isNew ? words.add : words.rotateSubmit}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={isNew ? words.addTitle : words.rotateTitle}
      lead={isNew ? words.lead : words.rotateLead}
      actions={actions}
    >
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        {isNew ? (
          <TextField
            name="url"
            type="url"
            label={words.url}
            hint={words.urlHint}
            required
            maxLength={500}
            autoComplete="off"
            autoCapitalize="none"
            error={form.problems.url}
          />
        ) : (
          <>
            <p className={styles.url}>{task.rotate.url}</p>
            <TextField
              name="overlapHours"
              inputMode="numeric"
              label={words.overlap}
              hint={words.overlapHint}
              maxLength={3}
              defaultValue={24}
              error={form.problems.overlapHours}
            />
          </>
        )}
      </AskForm>
    </Dialog>
  )
}

function useMaking(task: WebhookTask, onMade: (answer: WebhookWithSecret) => void) {
  const portals = usePortalsText()
  const words = useWebhooksText()
  const refusal = useRefusal()
  const adding = useMutation(addWebhookMutation())
  const rotating = useMutation(rotateSecretMutation())
  const onError = (error: unknown): void => {
    const { field, text } = refusal(error, { conflict: words.tooMany, fields: { url: words.urlWrong }, stale: words.changedBeside })
    form.refuse({ [field ?? 'all']: text })
  }
  const form = useAskForm<string>(
    (filled) => {
      if ('addTo' in task) return filled('url') ? { send: filled('url') } : { wrong: { url: portals.missing } }
      const hours = filled('overlapHours')
      return /^\d{1,3}$/.test(hours) && Number(hours) <= 168 ? { send: hours } : { wrong: { overlapHours: words.overlapWrong } }
    },
    (value) => {
      const then = { onSuccess: onMade, onError }
      if ('addTo' in task) adding.mutate({ clientId: task.addTo, url: value }, then)
      else rotating.mutate({ id: task.rotate.id, version: task.rotate.version, input: { overlapHours: Number(value) } }, then)
    },
  )
  return { form, busy: adding.isPending || rotating.isPending }
}
