import type { EmailChange, Me, PasswordChange, ProfilePatch, Sessions, SignedIn, TrustedDevices } from '@bantin/shared/auth'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

/** Of all that is asked about one's own account. */
export const accountKey = ['account'] as const
const meKey = [...accountKey, 'me'] as const
const sessionsKey = [...accountKey, 'sessions'] as const
const devicesKey = [...accountKey, 'trusted-devices'] as const

/** The signed-in person as he stands now. */
export function meQuery() {
  return queryOptions({
    queryKey: meKey,
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<Me>('/auth/me', { signal }),
  })
}

/** Changes name and language as they were read. Fails with `version_stale`. */
export function saveProfileMutation() {
  return mutationOptions({
    mutationFn: ({ patch, version }: { patch: ProfilePatch; version: number }, { client }) =>
      apiOf(client).send<Me>('PATCH', '/auth/me', { body: patch, version }),
    onSuccess: (answer, _request, _result, { client }) => client.setQueryData<Me>(meKey, answer),
  })
}

/** Changes the e-mail as it was read. Fails with `confirmation_failed`, `conflict` when it is taken, `version_stale`. */
export function changeEmailMutation() {
  return mutationOptions({
    mutationFn: ({ change, version }: { change: EmailChange; version: number }, { client }) =>
      apiOf(client).send<Me>('POST', '/auth/email', { body: change, version }),
    onSuccess: (answer, _request, _result, { client }) => client.setQueryData<Me>(meKey, answer),
    gcTime: 0,
  })
}

/** Changes the password; the answer is the session that goes on. Fails with `confirmation_failed`, or what is wrong with the new one. */
export function changePasswordMutation() {
  return mutationOptions({
    mutationFn: (body: PasswordChange, { client }) => apiOf(client).send<SignedIn>('POST', '/auth/password', { body }),
    gcTime: 0,
  })
}

/** Where the person is signed in, the session used last first. */
export function sessionsQuery() {
  return queryOptions({
    queryKey: sessionsKey,
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<Sessions>('/auth/sessions', { signal }),
  })
}

/** Ends one session, or, without an id, all but this one. */
export function endSessionMutation() {
  return mutationOptions({
    mutationFn: (id: string | undefined, { client }) =>
      apiOf(client).send<void>('DELETE', id === undefined ? '/auth/sessions' : `/auth/sessions/${id}`),
    onSettled: (_answer, _error, _id, _result, { client }) => client.invalidateQueries({ queryKey: sessionsKey }),
  })
}

/** The devices on which no code is asked for. */
export function trustedDevicesQuery() {
  return queryOptions({
    queryKey: devicesKey,
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<TrustedDevices>('/auth/trusted-devices', { signal }),
  })
}

/** From now on a code is asked for on the device. */
export function endTrustMutation() {
  return mutationOptions({
    mutationFn: (id: string, { client }) => apiOf(client).send<void>('DELETE', `/auth/trusted-devices/${id}`),
    onSettled: (_answer, _error, _id, _result, { client }) => client.invalidateQueries({ queryKey: devicesKey }),
  })
}
