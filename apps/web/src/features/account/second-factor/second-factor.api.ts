import type { CodeInput, PasswordConfirmation, RecoveryCodes, SecondFactorOffer, TurnOffInput } from '@bantin/shared/auth'
import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { apiOf } from '../../../lib/query-client.ts'
import { accountKey } from '../account.api.ts'

// What these answer is shown once and kept nowhere: it is forgotten with what shows it. After each the account is asked anew.

/** A secret for the person's app, which counts once it is confirmed. Fails with `confirmation_failed`, or `conflict` when it is on. */
export function offerMutation() {
  return mutationOptions({
    mutationFn: (body: PasswordConfirmation, { client }) => apiOf(client).send<SecondFactorOffer>('POST', '/auth/totp', { body }),
    gcTime: 0,
    onSettled: askAnew,
  })
}

/** Turns the second factor on. Fails with `confirmation_failed`, or `conflict` when the offer is no more. */
export function confirmMutation() {
  return mutationOptions({
    mutationFn: (body: CodeInput, { client }) => apiOf(client).send<RecoveryCodes>('POST', '/auth/totp/confirm', { body }),
    gcTime: 0,
    onSettled: askAnew,
  })
}

/** New recovery codes in the place of the old ones. Fails with `confirmation_failed`. */
export function renewCodesMutation() {
  return mutationOptions({
    mutationFn: (body: CodeInput, { client }) => apiOf(client).send<RecoveryCodes>('POST', '/auth/recovery-codes', { body }),
    gcTime: 0,
    onSettled: askAnew,
  })
}

/** Turns the second factor off. Fails with `confirmation_failed`, or `conflict` while the site requires it. */
export function turnOffMutation() {
  return mutationOptions({
    mutationFn: (body: TurnOffInput, { client }) => apiOf(client).send<void>('POST', '/auth/totp/remove', { body }),
    gcTime: 0,
    onSettled: askAnew,
  })
}

/** Not waited for: what was answered is shown at once. */
function askAnew(...settled: [unknown, unknown, unknown, unknown, { client: QueryClient }]): void {
  const [, , , , { client }] = settled
  void client.invalidateQueries({ queryKey: accountKey })
}
