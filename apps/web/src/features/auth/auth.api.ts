import type { LinkHolder, NewPassword, SetupInput, SetupState } from '@bantin/shared/auth'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

/** Whether the first administrator is still to be made. */
export function setupQuery() {
  return queryOptions({
    queryKey: ['auth', 'setup'],
    queryFn: ({ client, signal }) => apiOf(client).get<SetupState>('/auth/setup', { signal, anonymous: true }),
  })
}

/** Makes the first administrator. Fails with `confirmation_failed` for a wrong code, `conflict` when there is one already. */
export function setUpMutation() {
  return mutationOptions({
    mutationFn: (body: SetupInput, { client }) => apiOf(client).send<void>('POST', '/auth/setup', { body, anonymous: true }),
    gcTime: 0,
    onSuccess: (_answer, _input, _result, { client }) => client.setQueryData<SetupState>(['auth', 'setup'], { isNeeded: false }),
    onError: (_error, _input, _result, { client }) => client.invalidateQueries({ queryKey: ['auth', 'setup'] }),
  })
}

/** Asks for a link by mail; its answer is the same whether or not there is such an account. */
export function forgottenMutation() {
  return mutationOptions({
    mutationFn: (email: string, { client }) => apiOf(client).send<void>('POST', '/auth/forgot', { body: { email }, anonymous: true }),
  })
}

/** Whom the link of this secret is for. Fails with 404 when it is used, expired, replaced, or was never one. */
export function linkHolderQuery(token: string) {
  return queryOptions({
    queryKey: ['auth', 'link', token],
    queryFn: ({ client, signal }) => apiOf(client).send<LinkHolder>('POST', '/auth/links', { body: { token }, anonymous: true, signal }),
    // Asked once: a link that was used a moment ago is not to be found dead by the page that used it. Nothing keeps the secret.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** Sets the password of whom the link is for. Fails like `linkHolderQuery`, and with what is wrong with the password. */
export function setPasswordMutation({ kind }: LinkHolder) {
  const path = kind === 'invitation' ? '/auth/invitations' : '/auth/reset'
  return mutationOptions({
    mutationFn: (body: NewPassword, { client }) => apiOf(client).send<void>('POST', path, { body, anonymous: true }),
    gcTime: 0,
  })
}
