import type { BlocPatch, EditorialBloc } from '@bantin/shared/editorial-blocs'
import type { BlocYearCard, BlocYearInput, EditorialBlocYear, EmulationImport, EmulationTable } from '@bantin/shared/editorial-emulation'
import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../../lib/page-of.ts'
import { apiOf } from '../../../lib/query-client.ts'
import { forgetOrganization, organizationKey } from '../forget-organization.ts'

/** A bloc with its members on all days and who leads it in all years. */
export function blocQuery(id: string) {
  return queryOptions({
    queryKey: [...organizationKey, 'bloc', id],
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<EditorialBloc>(`/editorial/blocs/${id}`, { signal }),
  })
}

/** The years of which something is kept, the newest first. */
export function blocYearsQuery(id: string) {
  return queryOptions({
    queryKey: [...organizationKey, 'bloc-years', id],
    staleTime: 0,
    queryFn: async ({ client, signal }) => (await apiOf(client).get<PageOf<BlocYearCard>>(`/editorial/blocs/${id}/years`, { signal })).data,
  })
}

/** A year with its results and members; its version is 0 while nothing of it is kept. */
export function blocYearQuery(id: string, year: number) {
  return queryOptions({
    queryKey: [...organizationKey, 'bloc-year', id, year],
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<EditorialBlocYear>(`/editorial/blocs/${id}/years/${year}`, { signal }),
  })
}

/** Fails with `version_stale` when somebody else changed it, with `conflict` that names the rule it would break. */
export function saveBlocMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, patch }: { id: string; version: number; patch: BlocPatch }, { client }) =>
      apiOf(client).send<EditorialBloc>('PATCH', `/editorial/blocs/${id}`, { body: patch, version }),
    onSuccess: (answer, _request, _result, { client }) => {
      client.setQueryData(blocQuery(answer.id).queryKey, answer)
      forgetOrganization(client)
    },
  })
}

type YearRef = Pick<EditorialBlocYear, 'blocId' | 'year' | 'version'>

/** Puts a year as a whole. Fails with `version_stale` when somebody else changed it. */
export function saveBlocYearMutation() {
  return mutationOptions({
    mutationFn: ({ blocId, year, version, input }: YearRef & { input: BlocYearInput }, { client }) =>
      apiOf(client).send<EditorialBlocYear>('PUT', `/editorial/blocs/${blocId}/years/${year}`, { body: input, version }),
    onSuccess: (answer, _request, _result, { client }) => keepYear(client, answer),
  })
}

/** What a table would be taken for; nothing is kept of it. Null asks nothing. Its key has the version: what changes beside it is another trial. */
export function tableTrialQuery({ blocId, year, version }: YearRef, table: EmulationTable | null) {
  return queryOptions({
    queryKey: ['editorial', 'table-trial', blocId, year, version, JSON.stringify(table)],
    queryFn: ({ client, signal }) => sendTable(client, { blocId, year, version }, table, true, signal),
    enabled: table !== null,
    retry: false,
    placeholderData: (before) => before,
  })
}

/** Takes a table in for a year. Fails with `version_stale`, and with `invalid_request` for rows that cannot be taken. */
export function takeTableMutation() {
  return mutationOptions({
    mutationFn: ({ year, table }: { year: YearRef; table: EmulationTable }, { client }) => sendTable(client, year, table, false),
    onSuccess: (answer, _request, _result, { client }) => keepYear(client, answer.year),
  })
}

function sendTable(
  client: QueryClient,
  { blocId, year, version }: YearRef,
  table: EmulationTable | null,
  dryRun: boolean,
  signal?: AbortSignal,
): Promise<EmulationImport> {
  const options = { body: table, version, query: dryRun ? { dryRun } : {}, ...(signal ? { signal } : {}) }
  return apiOf(client).send<EmulationImport>('POST', `/editorial/blocs/${blocId}/years/${year}/import`, options)
}

function keepYear(client: QueryClient, answer: EditorialBlocYear): void {
  client.setQueryData(blocYearQuery(answer.blocId, answer.year).queryKey, answer)
  forgetOrganization(client)
}
