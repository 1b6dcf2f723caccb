import type { BlocResult, BlocYearCard, BlocYearInput, EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import type { FieldError } from '@bantin/shared/errors'
import { can } from '@bantin/shared/permissions'
import { rankScores } from '@bantin/shared/rank-scores'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import type { Page } from '../../guarded/read-page.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { changeOrganization, type ShownThing } from '../../publication/change-organization.ts'
import { answerOnce } from '../answer-once.service.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import * as repository from './bloc-years.repository.ts'

/** What a year becomes. */
export type WantedYear = Pick<EditorialBlocYear, 'status' | 'legalBasis'> & { results: Omit<BlocResult, 'name'>[] }

/** The years of a bloc of which something is kept, the newest first. Throws `forbidden`, `not_found`. */
export async function listYears(db: Db, actor: ActingPerson, blocId: string): Promise<Page<BlocYearCard>> {
  requireOrganizationReader(actor)
  if (!(await repository.findBlocPath(db, blocId))) throw new ProblemError('not_found')
  return { data: await repository.findYears(db, blocId), page: { next: null } }
}

/** A bloc's year; one of which nothing is kept is empty. Throws `forbidden`, `not_found`. */
export async function readYear(db: Db, actor: ActingPerson, blocId: string, year: number): Promise<Answer<EditorialBlocYear>> {
  requireOrganizationReader(actor)
  const found = await repository.findYear(db, blocId, year)
  if (!found) throw new ProblemError('not_found')
  return { status: 200, body: found, version: found.version }
}

/**
 * Puts a year in the place of what is kept of it. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `invalid_request` for a
 * member that is there twice, `unknown_reference` for what is no member in that year.
 */
export async function changeYear(
  db: Db,
  call: GuardedCall,
  blocId: string,
  year: number,
  input: BlocYearInput,
): Promise<Answer<EditorialBlocYear>> {
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      const kept = await readForChange(tx, call, blocId, year)
      requireMembers(kept, input)
      return await keepYear(tx, call.actor, kept, wantedOf(input))
    }),
  )
}

/** The year for whoever may change it. Nobody else changes it until the end of the transaction, which has the lock of the organization. */
export async function readForChange(tx: Db, { actor, ifMatch }: GuardedCall, blocId: string, year: number): Promise<EditorialBlocYear> {
  const { body: kept } = await readYear(tx, actor, blocId, year)
  if (!can(actor, 'blocs.change', kept)) throw new ProblemError('forbidden')
  requireRowVersion(kept.version, ifMatch)
  return kept
}

/** Writes the year and notes it. Readers are shown something else where it was decided or is. */
export async function keepYear(
  tx: Db,
  actor: ActingPerson,
  kept: EditorialBlocYear,
  wanted: WantedYear,
): Promise<{ answer: Answer<EditorialBlocYear>; shown: ShownThing[] }> {
  const { blocId, year, version } = kept
  const fields = (['status', 'legalBasis', 'results'] as const).filter((name) => asText(kept, name) !== asText(wanted, name))
  if (fields.length === 0 && version > 0) return { answer: { status: 200, body: kept, version }, shown: [] }
  await repository.replaceYear(tx, { blocId, year, ...wanted }, wanted.results)
  const detail = { year, ...Object.fromEntries(fields.map((name) => [name, { before: kept[name], after: wanted[name] }])) }
  await recordAudit(tx, actor, { action: 'emulation.edit', entity: 'emulation', entityId: blocId, version: version + 1, fields, detail })
  const isShown = kept.status === 'decided' || wanted.status === 'decided'
  return { answer: await readYear(tx, actor, blocId, year), shown: isShown ? [{ entity: 'unit', id: blocId }] : [] }
}

/** The field as a text that is equal for what is equal: results without their order and names. */
function asText(year: WantedYear, field: 'status' | 'legalBasis' | 'results'): string {
  if (field !== 'results') return JSON.stringify(year[field])
  const rows = year.results.map(({ unitId, self, bloc, final, rank, note }) => JSON.stringify([unitId, self, bloc, final, rank, note]))
  return rows.sort().join('\n')
}

function wantedOf({ status, legalBasis = null, ranking = 'given', results }: BlocYearInput): WantedYear {
  const whole = results.map(({ unitId, self = null, bloc = null, final = null, rank = null, note = null }) => ({
    ...{ unitId, self, bloc, final, rank, note },
  }))
  return { status, legalBasis, results: ranking === 'final' ? rankByFinal(whole) : whole }
}

/** The same with ranks of their final scores. */
export function rankByFinal<R extends Pick<BlocResult, 'final' | 'rank'>>(results: R[]): R[] {
  const ranks = rankScores(results.map(({ final }) => final))
  return results.map((result, i) => ({ ...result, rank: ranks[i] ?? null }))
}

function requireMembers({ members }: EditorialBlocYear, { results }: BlocYearInput): void {
  const ids = new Set(members.map(({ unitId }) => unitId))
  const faults = (code: string, message: string, isFault: (unitId: string, at: number) => boolean): FieldError[] =>
    results.flatMap(({ unitId }, at) => (isFault(unitId, at) ? [{ in: 'body', pointer: `/results/${at}/unitId`, code, message }] : []))
  const firsts = results.map(({ unitId }) => unitId)
  const twice = faults('member_twice', 'A member has one result in a year.', (unitId, at) => firsts.indexOf(unitId) < at)
  if (twice.length > 0) throw fieldProblem('invalid_request', ...twice)
  const unknown = faults('unknown', 'It is no member of the bloc in that year.', (unitId) => !ids.has(unitId))
  if (unknown.length > 0) throw fieldProblem('unknown_reference', ...unknown)
}
