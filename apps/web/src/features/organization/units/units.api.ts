import type { EditorialUnit, EditorialUnitCard, NewUnit, UnitPatch } from '@bantin/shared/editorial-units'
import type { UnitCard } from '@bantin/shared/units'
import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../../lib/page-of.ts'
import { apiOf } from '../../../lib/query-client.ts'
import { forgetOrganization, organizationKey } from '../forget-organization.ts'

/** A unit as a line of the desk's tree. */
export interface TreeUnit {
  id: string
  name: string
  shortName: string | null
  code: string | null
  kind: UnitCard['kind']
  order: number
  parentId: string | null
  /** The first day on which it is not there any more. */
  closedOn: string | null
}

/** The units of a day in one answer, today's without `asOf`; with `closed` also those that are not there then, which are read page by page. */
export function treeQuery({ asOf, closed }: { asOf?: string | undefined; closed: boolean }) {
  return queryOptions({
    queryKey: [...organizationKey, 'tree', asOf ?? '', closed],
    staleTime: 0,
    queryFn: ({ client, signal }) => (closed ? readAll(client, asOf, signal) : readStanding(client, asOf, signal)),
  })
}

async function readStanding(client: QueryClient, asOf: string | undefined, signal: AbortSignal): Promise<TreeUnit[]> {
  const { data } = await apiOf(client).get<PageOf<UnitCard>>('/units', { query: { asOf }, signal })
  return data.map(({ id, name, shortName, code, kind, order, parentId }) => ({
    id,
    name,
    shortName,
    code,
    kind,
    order,
    parentId,
    closedOn: null,
  }))
}

async function readAll(client: QueryClient, asOf: string | undefined, signal: AbortSignal): Promise<TreeUnit[]> {
  const units: TreeUnit[] = []
  let cursor: string | undefined
  do {
    const query = { asOf, closed: true, limit: 100, cursor }
    const { data, page } = await apiOf(client).get<PageOf<EditorialUnitCard>>('/editorial/units', { query, signal })
    units.push(...data.map(({ parent, ...unit }) => ({ ...unit, parentId: parent?.id ?? null })))
    cursor = page.next ?? undefined
  } while (cursor)
  return units
}

/** One unit with all of its days. */
export function unitQuery(id: string) {
  return queryOptions({
    queryKey: [...organizationKey, 'unit', id],
    // Whoever opens it is about to change it.
    staleTime: 0,
    queryFn: ({ client, signal }) => apiOf(client).get<EditorialUnit>(`/editorial/units/${id}`, { signal }),
  })
}

/** Fails with `conflict` that names the rule it would break. */
export function createUnitMutation() {
  return mutationOptions({
    mutationFn: (input: NewUnit, { client }) => apiOf(client).send<EditorialUnit>('POST', '/editorial/units', { body: input }),
    onSuccess: keep,
  })
}

/** Fails with `version_stale` when somebody else changed it, with `conflict` that names the rule it would break. */
export function saveUnitMutation() {
  return mutationOptions({
    mutationFn: ({ id, version, patch }: { id: string; version: number; patch: UnitPatch }, { client }) =>
      apiOf(client).send<EditorialUnit>('PATCH', `/editorial/units/${id}`, { body: patch, version }),
    onSuccess: keep,
  })
}

/** Fails with `conflict` when something refers to it. */
export function removeUnitMutation() {
  return mutationOptions({
    mutationFn: ({ id, version }: { id: string; version: number }, { client }) =>
      apiOf(client).send<undefined>('DELETE', `/editorial/units/${id}`, { version }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}

function keep(answer: EditorialUnit, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  client.setQueryData(unitQuery(answer.id).queryKey, answer)
  forgetOrganization(client)
}
