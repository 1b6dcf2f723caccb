import type { MissingPaths } from '@bantin/shared/missing-paths'
import type { NewRedirect, Redirect, RedirectImportResult, RedirectPatch } from '@bantin/shared/redirects'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

const lists = ['editorial', 'redirects'] as const

/** Where old addresses lead, newest first, page by page; with `q` those that contain it. */
export function redirectsQuery(q: string | undefined) {
  return infiniteQueryOptions({
    queryKey: [...lists, q],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<Redirect>>('/editorial/redirects', { query: { q, limit: 40, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** What readers asked for in vain in the last thirty days, the most wanted first. */
export function missingPathsQuery() {
  return queryOptions({
    queryKey: ['editorial', 'missing-paths'],
    queryFn: ({ client, signal }) => apiOf(client).get<MissingPaths>('/editorial/missing-paths', { query: { limit: 100 }, signal }),
  })
}

/** One redirect as it stands, past every cache. */
export function readRedirect(client: QueryClient, id: string): Promise<Redirect> {
  return apiOf(client).get<Redirect>(`/editorial/redirects/${id}`)
}

/** A redirect and the version that a change stands on. */
export type HeldRedirect = Pick<Redirect, 'id' | 'version'>

export type SaveRedirect = { redirect: null; input: NewRedirect } | { redirect: HeldRedirect; input: RedirectPatch }

/** Makes a redirect or changes one. */
export function saveRedirectMutation() {
  return mutationOptions({
    mutationFn: ({ redirect, input }: SaveRedirect, { client }) =>
      redirect === null
        ? apiOf(client).send<Redirect>('POST', '/editorial/redirects', { body: input })
        : apiOf(client).send<Redirect>('PATCH', `/editorial/redirects/${redirect.id}`, { body: input, version: redirect.version }),
    onSuccess: refreshLists,
  })
}

export function removeRedirectMutation() {
  return mutationOptions({
    mutationFn: ({ id, version }: HeldRedirect, { client }) => apiOf(client).send('DELETE', `/editorial/redirects/${id}`, { version }),
    // Refused or done: what is shown is no more.
    onSettled: (_answer, _error, _request, _result, { client }) => void client.invalidateQueries({ queryKey: lists }),
  })
}

/** Sends redirects as one portion: all of them or none. */
export function importRedirectsMutation() {
  return mutationOptions({
    mutationFn: (redirects: NewRedirect[], { client }) =>
      apiOf(client).send<RedirectImportResult>('POST', '/editorial/redirects/import', { body: { redirects } }),
    onSuccess: refreshLists,
  })
}

function refreshLists(_answer: unknown, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  void client.invalidateQueries({ queryKey: lists })
}
