import type { Abbreviation, AbbreviationPatch, NewAbbreviation } from '@bantin/shared/abbreviations'
import type { SearchedWords } from '@bantin/shared/searches'
import { infiniteQueryOptions, mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

const abbreviations = ['editorial', 'abbreviations'] as const

/** What readers searched for in the last thirty days, the most wanted first; or only what found nothing. */
export function searchesQuery(onlyNothing: boolean) {
  return infiniteQueryOptions({
    queryKey: ['editorial', 'searches', onlyNothing],
    queryFn: ({ client, signal, pageParam }) => {
      const query = { limit: 40, cursor: pageParam, nothingFound: onlyNothing || undefined }
      return apiOf(client).get<PageOf<SearchedWords>>('/editorial/searches', { query, signal })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** Short forms and what they stand for, by name, page by page. */
export function abbreviationsQuery() {
  return infiniteQueryOptions({
    queryKey: abbreviations,
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<Abbreviation>>('/editorial/abbreviations', { query: { limit: 100, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** One abbreviation as it stands, past every cache. */
export function readAbbreviation(client: QueryClient, id: string): Promise<Abbreviation> {
  return apiOf(client).get<Abbreviation>(`/editorial/abbreviations/${id}`)
}

/** An abbreviation and the version that a change stands on. */
export type HeldAbbreviation = Pick<Abbreviation, 'id' | 'version'>

export type SaveAbbreviation = { abbreviation: null; input: NewAbbreviation } | { abbreviation: HeldAbbreviation; input: AbbreviationPatch }

/** Adds an abbreviation or changes one. */
export function saveAbbreviationMutation() {
  return mutationOptions({
    mutationFn: ({ abbreviation, input: body }: SaveAbbreviation, { client }) =>
      abbreviation === null
        ? apiOf(client).send<Abbreviation>('POST', '/editorial/abbreviations', { body })
        : apiOf(client).send<Abbreviation>('PATCH', `/editorial/abbreviations/${abbreviation.id}`, { body, version: abbreviation.version }),
    onSuccess: (_answer, _request, _result, { client }) => void client.invalidateQueries({ queryKey: abbreviations }),
  })
}

export function removeAbbreviationMutation() {
  return mutationOptions({
    mutationFn: ({ id, version }: HeldAbbreviation, { client }) =>
      apiOf(client).send('DELETE', `/editorial/abbreviations/${id}`, { version }),
    // Refused or done: what is shown is no more.
    onSettled: (_answer, _error, _request, _result, { client }) => void client.invalidateQueries({ queryKey: abbreviations }),
  })
}
