import type { Webhook } from '@bantin/shared/webhooks'
import { useMutation } from '@tanstack/react-query'
import { useWebhooksText } from '../../lib/i18n/desk/use-webhooks-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { useRefusal } from './use-refusal.ts'
import { changeWebhookMutation, pingMutation, removeWebhookMutation } from './webhooks.api.ts'

/** What is done to an endpoint at the press of a button; what came of it is said. */
export function useWebhook({ id, version }: Webhook, saying: Saying) {
  const words = useWebhooksText()
  const refusal = useRefusal()
  const changing = useMutation(changeWebhookMutation())
  const pinging = useMutation(pingMutation())
  const removing = useMutation(removeWebhookMutation())
  const then = (said: string) => {
    saying.hush()
    return {
      onSuccess: (): void => saying.done(said),
      onError: (error: unknown): void => saying.failed(refusal(error, { conflict: words.isOff, stale: words.changedBeside }).text),
    }
  }
  return {
    turn: (isEnabled: boolean): void =>
      changing.mutate({ id, version, patch: { isEnabled } }, then(isEnabled ? words.turnedOn : words.turnedOff)),
    ping: (): void => {
      if (!pinging.isPending) pinging.mutate({ id }, then(words.pinged))
    },
    remove: (): void => removing.mutate({ id, version }, then(words.removed)),
  }
}
