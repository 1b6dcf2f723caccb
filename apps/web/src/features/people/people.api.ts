import type { CreatedUser, GrantInput, NewUser, PasswordLink, User, UserCard, UserPatch, UsersQuery } from '@bantin/shared/users'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

export type PeopleFilters = Omit<UsersQuery, 'limit' | 'cursor'>

/** Everything that is known of people: what another feature lets be asked anew after a hand-over. */
export const peopleKey = ['editorial', 'users'] as const
const lists = [...peopleKey, 'list'] as const

/** The people that the signed-in person may see, page by page. */
export function peopleQuery(filters: PeopleFilters) {
  return infiniteQueryOptions({
    queryKey: [...lists, filters],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<UserCard>>('/editorial/users', { query: { ...filters, limit: 40, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** One person with his account. */
export function personQuery(id: string) {
  return queryOptions({
    queryKey: [...peopleKey, 'one', id],
    // Whoever opens it is about to change it.
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<User>(`/editorial/users/${id}`, { signal }),
  })
}

/** A person and the version that a change stands on. */
export type HeldPerson = Pick<User, 'id' | 'version'>

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
    mutationFn: ({ id, version, patch }: HeldPerson & { patch: UserPatch }, { client }) =>
      apiOf(client).send<User>('PATCH', `/editorial/users/${id}`, { body: patch, version }),
    onSuccess: keep,
  })
}

/** Saves the whole list of roles. Fails with `last_administrator` when nobody would be left. */
export function saveGrantsMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, grants }: HeldPerson & { grants: GrantInput[] }, { client }) =>
      apiOf(client).send<User>('PUT', `/editorial/users/${id}/grants`, { body: { grants }, version }),
    onSuccess: keep,
  })
}

export function setStateMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, to }: HeldPerson & { to: 'disable' | 'enable' }, { client }) =>
      apiOf(client).send<User>('POST', `/editorial/users/${id}/${to}`, { body: {}, version }),
    onSuccess: keep,
  })
}

/** Makes a link with which the person sets a password; the answer alone has it, and is shown at once. Those made before are closed. */
export function makeLinkMutation() {
  return mutationOptions({
    mutationFn: ({ id, kind }: Pick<User, 'id'> & { kind: PasswordLink['kind'] }, { client }) =>
      apiOf(client).send<PasswordLink>('POST', `/editorial/users/${id}/${kind}`, { body: {} }),
    onSuccess: (_answer, { id }, _result, { client }) => {
      void client.invalidateQueries({ queryKey: personQuery(id).queryKey })
    },
  })
}

export function endSessionsMutation() {
  return mutationOptions({
    mutationFn: ({ id }: Pick<User, 'id'>, { client }) => apiOf(client).send<undefined>('DELETE', `/editorial/users/${id}/sessions`),
    onSuccess: (_answer, { id }, _result, { client }) => client.invalidateQueries({ queryKey: personQuery(id).queryKey }),
  })
}

/** Takes the second factor away, with a code of the one who asks; the person's sessions end. */
export function resetSecondFactorMutation() {
  return mutationOptions({
    mutationFn: ({ id, code }: Pick<User, 'id'> & { code: string }, { client }) =>
      apiOf(client).send<User>('POST', `/editorial/users/${id}/reset-second-factor`, { body: { code } }),
    onSuccess: keep,
  })
}

function keep(answer: User, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  client.setQueryData(personQuery(answer.id).queryKey, answer)
  refreshLists(client)
}

function refreshLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: lists })
}
