import type { AwardPatch, EditorialAward, NewAward } from '@bantin/shared/editorial-emulation'
import { can } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
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
import * as repository from './awards.repository.ts'
import { findBlocPath } from './bloc-years.repository.ts'
import { findKnownUnits } from './blocs.repository.ts'

/** The commendations of a bloc, of all years or of one. Throws `forbidden`, `not_found`. */
export async function listAwards(db: Db, actor: ActingPerson, blocId: string, year: number | undefined): Promise<Page<EditorialAward>> {
  requireOrganizationReader(actor)
  await pathOf(db, blocId)
  return { data: await repository.findAwardsOf(db, blocId, year), page: { next: null } }
}

/** Throws `forbidden`, `not_found`. */
export async function readAward(db: Db, actor: ActingPerson, id: string): Promise<Answer<EditorialAward>> {
  requireOrganizationReader(actor)
  const award = await repository.findAward(db, id)
  if (!award) throw new ProblemError('not_found')
  return { status: 200, body: award, version: award.version }
}

/** Throws `forbidden`, `not_found`, `unknown_reference`, `conflict` with the rule that it would break. */
export async function createAward(db: Db, call: GuardedCall, blocId: string, input: NewAward): Promise<Answer<EditorialAward>> {
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      requireOrganizationReader(call.actor)
      requireMayChange(call.actor, { unitPath: await pathOf(tx, blocId) })
      await requireWinner(tx, input)
      const id = uuidv7()
      await repository.insertAward(tx, { id, blocId, ...rowOf(input) })
      await recordAudit(tx, call.actor, { action: 'award.create', entity: 'award', entityId: id, version: 1, detail: { blocId, ...input } })
      const answer = await readAward(tx, call.actor, id)
      return { answer: { ...answer, status: 201, location: `/api/v1/editorial/awards/${id}` }, shown: shownWith(answer.body) }
    }),
  )
}

const fieldNames = ['year', 'title', 'unitId', 'personId', 'authority', 'decisionNo', 'on', 'status'] as const

/**
 * Changes a commendation, decides or revokes it. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `unknown_reference`,
 * `conflict` with the rule that it would break.
 */
export async function changeAward(db: Db, call: GuardedCall, id: string, patch: AwardPatch): Promise<Answer<EditorialAward>> {
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      const kept = await readForChange(tx, call, id)
      const before = fieldsOf(kept)
      const after = { ...before, ...patch }
      const fields = fieldNames.filter((name) => after[name] !== before[name])
      if (fields.length === 0) return { answer: { status: 200, body: kept, version: kept.version }, shown: [] }
      requireStep(before.status, after.status)
      await requireWinner(tx, patch)
      await repository.updateAward(tx, id, rowOf(after))
      const detail = Object.fromEntries(fields.map((name) => [name, { before: before[name], after: after[name] }]))
      const version = kept.version + 1
      await recordAudit(tx, call.actor, { action: 'award.edit', entity: 'award', entityId: id, version, fields, detail })
      const answer = await readAward(tx, call.actor, id)
      return { answer, shown: [...shownWith(kept), ...shownWith(answer.body)] }
    }),
  )
}

/** Deletes what was only proposed. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `conflict`. */
export async function removeAward(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await db.transaction((tx) =>
    changeOrganization(tx, async () => {
      const kept = await readForChange(tx, call, id)
      if (kept.status !== 'proposed') throw new ProblemError('conflict', { detail: 'What was decided is revoked, not deleted.' })
      await repository.deleteAward(tx, id)
      const { version, blocId, title } = kept
      await recordAudit(tx, call.actor, { action: 'award.delete', entity: 'award', entityId: id, version, detail: { blocId, title } })
      return { answer: { status: 204, body: null }, shown: [] }
    }),
  )
}

/** Nobody else changes it until the end of the transaction, which has the lock of the organization. */
async function readForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<EditorialAward> {
  const { body: kept } = await readAward(tx, actor, id)
  requireMayChange(actor, kept)
  requireRowVersion(kept.version, ifMatch)
  return kept
}

type Fields = Required<AwardPatch>

function fieldsOf({ year, title, unit, person, authority, decisionNo, on, status }: EditorialAward): Fields {
  return { year, title, unitId: unit?.id ?? null, personId: person?.id ?? null, authority, decisionNo, on, status }
}

function rowOf({ on, ...fields }: NewAward | Fields) {
  return { ...fields, decidedOn: on ?? null }
}

/** Who shows it: the bloc's year, and the page of whoever was commended. What is only proposed nobody does. */
function shownWith({ blocId, unit, person, status }: EditorialAward): ShownThing[] {
  if (status === 'proposed') return []
  const winners: ShownThing[] = [
    ...(unit ? [{ entity: 'unit' as const, id: unit.id }] : []),
    ...(person ? [{ entity: 'person' as const, id: person.id }] : []),
  ]
  return [{ entity: 'unit', id: blocId }, ...winners]
}

const steps: Record<EditorialAward['status'], EditorialAward['status'][]> = {
  proposed: ['proposed', 'decided'],
  decided: ['decided', 'revoked'],
  revoked: ['revoked'],
}

function requireStep(from: EditorialAward['status'], to: EditorialAward['status']): void {
  if (steps[from].includes(to)) return
  const message = 'What is proposed can be decided, and what is decided revoked; neither is taken back.'
  throw new ProblemError('conflict', { detail: message, errors: [{ in: 'body', pointer: '/status', code: 'step', message }] })
}

async function requireWinner(tx: Db, { unitId, personId }: Pick<AwardPatch, 'unitId' | 'personId'>): Promise<void> {
  const unknown = (pointer: string, message: string) => fieldProblem('unknown_reference', { in: 'body', pointer, code: 'unknown', message })
  if (unitId && !(await findKnownUnits(tx, [unitId])).has(unitId)) throw unknown('/unitId', 'There is no such unit.')
  if (personId && !(await repository.isPerson(tx, personId))) throw unknown('/personId', 'There is nobody with this id.')
}

async function pathOf(db: Db, blocId: string): Promise<string[]> {
  const path = await findBlocPath(db, blocId)
  if (!path) throw new ProblemError('not_found')
  return path
}

function requireMayChange(actor: ActingPerson, subject: { unitPath: string[] }): void {
  if (!can(actor, 'blocs.change', subject)) throw new ProblemError('forbidden')
}
