import type { BlocPatch, EditorialBloc } from '@bantin/shared/editorial-blocs'
import type { FieldError } from '@bantin/shared/errors'
import { can } from '@bantin/shared/permissions'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { compareLists } from '../../lib/compare-lists.ts'
import { areSameDays, faultsOfDays } from '../../lib/periods.ts'
import { changeOrganization, type ShownThing } from '../../publication/change-organization.ts'
import { answerOnce } from '../answer-once.service.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import * as repository from './blocs.repository.ts'

/** Members and terms of all years. Throws `forbidden`, `not_found`. */
export async function readBloc(db: Db, actor: ActingPerson, id: string): Promise<Answer<EditorialBloc>> {
  requireOrganizationReader(actor)
  const bloc = await repository.findBloc(db, id)
  if (!bloc) throw new ProblemError('not_found')
  return { status: 200, body: bloc, version: bloc.version }
}

/**
 * Changes members and terms, each as a whole list. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `invalid_request` for
 * days that end before they begin, `unknown_reference`, `conflict` with the rule that it would break.
 */
export async function changeBloc(db: Db, call: GuardedCall, id: string, patch: BlocPatch): Promise<Answer<EditorialBloc>> {
  requireDays(patch)
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      const kept = await lockForChange(tx, call, id)
      const members = comparedMembers(kept, patch)
      const terms = comparedTerms(kept, patch)
      const fields = [...(isChanged(members) ? ['members' as const] : []), ...(isChanged(terms) ? ['terms' as const] : [])]
      if (fields.length === 0) return { answer: { status: 200, body: kept, version: kept.version }, shown: [] }
      await requireUnits(tx, patch)
      await repository.changeMembers(tx, id, members.gone, members.added)
      await repository.changeTerms(tx, id, terms.gone, terms.added)
      await repository.growVersion(tx, id)
      const detail = Object.fromEntries(fields.map((name) => [name, { before: kept[name], after: patch[name] }]))
      await recordAudit(tx, call.actor, { action: 'unit.edit', entity: 'unit', entityId: id, version: kept.version + 1, fields, detail })
      return { answer: await readBloc(tx, call.actor, id), shown: shownWith(id, [...members.gone, ...members.added]) }
    }),
  )
}

/** The bloc, and the units whose membership changed: their own pages name their blocs. */
function shownWith(blocId: string, changed: { unitId: string }[]): ShownThing[] {
  return [...new Set([blocId, ...changed.map(({ unitId }) => unitId)])].map((id) => ({ entity: 'unit', id }))
}

function comparedMembers(kept: EditorialBloc, { members = kept.members }: BlocPatch) {
  return compareLists(kept.members, members, (one, other) => one.unitId === other.unitId && areSameDays(one, other))
}

function comparedTerms(kept: EditorialBloc, { terms = kept.terms }: BlocPatch) {
  const wanted = terms.map(({ year, unitId, role, status, decisionNo = null }) => ({ year, unitId, role, status, decisionNo }))
  return compareLists(
    kept.terms,
    wanted,
    (one, other) =>
      one.year === other.year &&
      one.unitId === other.unitId &&
      one.role === other.role &&
      one.status === other.status &&
      one.decisionNo === other.decisionNo,
  )
}

function isChanged({ gone, added }: { gone: unknown[]; added: unknown[] }): boolean {
  return gone.length + added.length > 0
}

function requireDays({ members = [] }: BlocPatch): void {
  const faults = members.flatMap((one, at) => faultsOfDays(one, `/members/${at}`))
  if (faults.length > 0) throw fieldProblem('invalid_request', ...faults)
}

async function requireUnits(tx: Db, { members = [], terms = [] }: BlocPatch): Promise<void> {
  const named = [
    ...members.map(({ unitId }, at) => ({ unitId, pointer: `/members/${at}/unitId` })),
    ...terms.map(({ unitId }, at) => ({ unitId, pointer: `/terms/${at}/unitId` })),
  ]
  const known = await repository.findKnownUnits(
    tx,
    named.map(({ unitId }) => unitId),
  )
  const unknown = named
    .filter(({ unitId }) => !known.has(unitId))
    .map(({ pointer }): FieldError => ({ in: 'body', pointer, code: 'unknown', message: 'There is no such unit.' }))
  if (unknown.length > 0) throw fieldProblem('unknown_reference', ...unknown)
}

async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<EditorialBloc> {
  requireOrganizationReader(actor)
  await repository.lockBloc(tx, id)
  const kept = await repository.findBloc(tx, id)
  if (!kept) throw new ProblemError('not_found')
  if (!can(actor, 'blocs.change', kept)) throw new ProblemError('forbidden')
  requireRowVersion(kept.version, ifMatch)
  return kept
}
