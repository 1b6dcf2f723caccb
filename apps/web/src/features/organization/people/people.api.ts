import type { EditorialPerson, EditorialPersonCard, NewPerson, PersonPatch } from '@bantin/shared/editorial-people'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../../lib/page-of.ts'
import { apiOf } from '../../../lib/query-client.ts'
import { forgetOrganization, organizationKey } from '../forget-organization.ts'

/** People by given name, page by page; `q` are words of the name. */
export function peopleQuery(q: string | undefined) {
  return infiniteQueryOptions({
    queryKey: [...organizationKey, 'people', q ?? ''],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<EditorialPersonCard>>('/editorial/people', {
        query: { q: q || undefined, limit: 40, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** Somebody with all appointments. */
export function personQuery(id: string) {
  return queryOptions({
    queryKey: [...organizationKey, 'person', id],
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<EditorialPerson>(`/editorial/people/${id}`, { signal }),
  })
}

/** Fails with `conflict` for an address that is taken. */
export function createPersonMutation() {
  return mutationOptions({
    mutationFn: (input: NewPerson, { client }) => apiOf(client).send<EditorialPerson>('POST', '/editorial/people', { body: input }),
    onSuccess: keep,
  })
}

/** Fails with `version_stale` when somebody else changed it, with `conflict` for an address that is taken. */
export function savePersonMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, patch }: { id: string; version: number; patch: PersonPatch }, { client }) =>
      apiOf(client).send<EditorialPerson>('PATCH', `/editorial/people/${id}`, { body: patch, version }),
    onSuccess: keep,
  })
}

/** Fails with `conflict` when something refers to the person. */
export function removePersonMutation() {
  return mutationOptions({
    mutationFn: ({ id, version }: { id: string; version: number }, { client }) =>
      apiOf(client).send<undefined>('DELETE', `/editorial/people/${id}`, { version }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}

function keep(answer: EditorialPerson, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  client.setQueryData(personQuery(answer.id).queryKey, answer)
  forgetOrganization(client)
}
