import type { CreatedUser, GrantInput, NewUser, PasswordLink, User, UserCard, UserPatch, UsersQuery } from '@bantin/shared/users'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

export type UsersFilters = Omit<UsersQuery, 'limit' | 'cursor'>

/** Everything that is known of users: what another feature lets be asked anew after a hand-over. */
export const usersKey = ['editorial', 'users'] as const
const lists = [...usersKey, 'list'] as const

/** The users that the signed-in person may see, page by page. */
export function usersQuery(filters: UsersFilters) {
  return infiniteQueryOptions({
    queryKey: [...lists, filters],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<UserCard>>('/editorial/users', { query: { ...filters, limit: 40, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** One user with his account. */
export function userQuery(id: string) {
  return queryOptions({
    queryKey: [...usersKey, 'one', id],
    // Whoever opens it is about to change it.
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<User>(`/editorial/users/${id}`, { signal }),
  })
}

/** A user and the version that a change stands on. */
export type HeldUser = Pick<User, 'id' | 'version'>

/** Makes an account with the link to its first password. Fails with `conflict` when there is one with this e-mail. */
export function inviteMutation() {
  return mutationOptions({
    mutationFn: (input: NewUser, { client }) => apiOf(client).send<CreatedUser>('POST', '/editorial/users', { body: input }),
    onSuccess: (_answer, _request, _result, { client }) => refreshLists(client),
  })
}

/** Changes name or e-mail. Fails with `version_stale` when somebody else changed the account. */
export function saveDetailsMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, patch }: HeldUser & { patch: UserPatch }, { client }) =>
      apiOf(client).send<User>('PATCH', `/editorial/users/${id}`, { body: patch, version }),
    onSuccess: keep,
  })
}

/** Saves the whole list of roles. Fails with `last_administrator` when nobody would be left. */
export function saveGrantsMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, grants }: HeldUser & { grants: GrantInput[] }, { client }) =>
      apiOf(client).send<User>('PUT', `/editorial/users/${id}/grants`, { body: { grants }, version }),
    onSuccess: keep,
  })
}

export function setStateMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, to }: HeldUser & { to: 'disable' | 'enable' }, { client }) =>
      apiOf(client).send<User>('POST', `/editorial/users/${id}/${to}`, { body: {}, version }),
    onSuccess: keep,
  })
}

/** Makes a link with which the user sets a password; the answer alone has it, and is shown at once. Those made before are closed. */
export function makeLinkMutation() {
  return mutationOptions({
    mutationFn: ({ id, kind }: Pick<User, 'id'> & { kind: PasswordLink['kind'] }, { client }) =>
      apiOf(client).send<PasswordLink>('POST', `/editorial/users/${id}/${kind}`, { body: {} }),
    onSuccess: (_answer, { id }, _result, { client }) => {
      void client.invalidateQueries({ queryKey: userQuery(id).queryKey })
    },
  })
}

export function endSessionsMutation() {
  return mutationOptions({
    mutationFn: ({ id }: Pick<User, 'id'>, { client }) => apiOf(client).send<undefined>('DELETE', `/editorial/users/${id}/sessions`),
    onSuccess: (_answer, { id }, _result, { client }) => client.invalidateQueries({ queryKey: userQuery(id).queryKey }),
  })
}

/** Takes the second factor away, with a code of the one who asks; the user's sessions end. */
export function resetSecondFactorMutation() {
  return mutationOptions({
    mutationFn: ({ id, code }: Pick<User, 'id'> & { code: string }, { client }) =>
      apiOf(client).send<User>('POST', `/editorial/users/${id}/reset-second-factor`, { body: { code } }),
    onSuccess: keep,
  })
}

function keep(answer: User, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  client.setQueryData(userQuery(answer.id).queryKey, answer)
  refreshLists(client)
}

function refreshLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: lists })
}
