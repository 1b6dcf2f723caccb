import type { Client, ClientInput, ClientPatch, KeyInput, MadeKey } from '@bantin/shared/clients'
import type { UserCard } from '@bantin/shared/users'
import { infiniteQueryOptions, keepPreviousData, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

const portals = ['editorial', 'clients'] as const
const lists = [...portals, 'list'] as const

/** Portals by name, page by page: those in use, or those that are closed. */
export function portalsQuery(closed: boolean) {
  return infiniteQueryOptions({
    queryKey: [...lists, closed],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<Client>>('/editorial/clients', {
        query: { closed: closed || undefined, limit: 40, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** One portal with its keys and how far it is. */
export function portalQuery(id: string) {
  return queryOptions({
    queryKey: [...portals, 'one', id],
    // Whoever opens it is about to change it.
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<Client>(`/editorial/clients/${id}`, { signal }),
  })
}

/** People who may sign in and whose name or e-mail has these words: one of them answers for a portal. */
export function responsibleQuery(text: string) {
  return queryOptions({
    queryKey: [...portals, 'responsible', text],
    queryFn: async ({ client, signal }) => {
      const query = { q: text || undefined, state: 'active', limit: 40 }
      return (await apiOf(client).get<PageOf<UserCard>>('/editorial/users', { query, signal })).data.map(({ id, name }) => ({ id, name }))
    },
    placeholderData: keepPreviousData,
  })
}

/** A portal and the version that a change stands on. */
export type HeldPortal = Pick<Client, 'id' | 'version'>

export function createPortalMutation() {
  return mutationOptions({
    mutationFn: (input: ClientInput, { client }) => apiOf(client).send<Client>('POST', '/editorial/clients', { body: input }),
    onSuccess: keep,
  })
}

/** Changes, closes or opens a portal. Fails with `version_stale` when somebody else changed it. */
export function savePortalMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, patch }: HeldPortal & { patch: ClientPatch }, { client }) =>
      apiOf(client).send<Client>('PATCH', `/editorial/clients/${id}`, { body: patch, version }),
    onSuccess: (answer, _request, _result, { client }) => {
      keep(answer, undefined, undefined, { client })
      // Closing it turns its endpoints off.
      void client.invalidateQueries({ queryKey: ['editorial', 'webhooks'] })
    },
  })
}

/** Makes a key, which the answer alone has: it is kept nowhere but in what shows it. Fails with `conflict` when there are too many. */
export function makeKeyMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, input }: HeldPortal & { input: KeyInput }, { client }) =>
      apiOf(client).send<MadeKey>('POST', `/editorial/clients/${id}/keys`, { body: input, version }),
    gcTime: 0,
    onSuccess: (_answer, { id }, _result, { client }) => readAgain(client, id),
  })
}

export function revokeKeyMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, keyId }: HeldPortal & { keyId: string }, { client }) =>
      apiOf(client).send<Client>('DELETE', `/editorial/clients/${id}/keys/${keyId}`, { version }),
    onSuccess: keep,
  })
}

/** The portal as it stands by now, for the page and the lists. */
export async function readAgain(client: QueryClient, id: string): Promise<void> {
  void client.invalidateQueries({ queryKey: lists })
  await client.invalidateQueries({ queryKey: portalQuery(id).queryKey })
}

function keep(answer: Client, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  client.setQueryData(portalQuery(answer.id).queryKey, answer)
  void client.invalidateQueries({ queryKey: lists })
}
