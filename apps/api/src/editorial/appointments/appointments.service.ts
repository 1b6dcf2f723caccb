import type { AppointmentPatch, EditorialAppointment, NewAppointment } from '@bantin/shared/editorial-people'
import { can } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Days, faultsOfDays, periodOf } from '../../lib/periods.ts'
import { changeOrganization, type ShownThing } from '../../publication/change-organization.ts'
import { answerOnce } from '../answer-once.service.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import * as repository from './appointments.repository.ts'

/** Throws `forbidden`, `not_found`. */
export async function readAppointment(db: Db, actor: ActingPerson, id: string): Promise<Answer<EditorialAppointment>> {
  requireOrganizationReader(actor)
  const appointment = await repository.findAppointment(db, id)
  if (!appointment) throw new ProblemError('not_found')
  return { status: 200, body: appointment, version: appointment.version }
}

/**
 * Somebody gets a post. Throws `forbidden`, `not_found` for the post, `unknown_reference` for the person, `invalid_request` for days that end
 * before they begin, `conflict` with the rule that it would break.
 */
export async function createAppointment(
  db: Db,
  call: GuardedCall,
  postId: string,
  { from = null, through = null, ...input }: NewAppointment,
): Promise<Answer<EditorialAppointment>> {
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      requireOrganizationReader(call.actor)
      const post = await repository.findPostUnit(tx, postId)
      if (!post) throw new ProblemError('not_found')
      requireMayChange(call.actor, post)
      requireDays({ from, through })
      if (!(await repository.isPerson(tx, input.personId))) throw nobody()
      const id = uuidv7()
      await repository.insertAppointment(tx, { id, postId, ...input, period: periodOf({ from, through }) })
      const detail = { postId, ...input, from, through }
      await recordAudit(tx, call.actor, { action: 'appointment.create', entity: 'appointment', entityId: id, version: 1, detail })
      const answer = await readAppointment(tx, call.actor, id)
      return { answer: { ...answer, status: 201, location: `/api/v1/editorial/appointments/${id}` }, shown: shownWith(answer.body) }
    }),
  )
}

/** Throws what creating one throws, and `version_required`, `version_stale`. */
export async function changeAppointment(
  db: Db,
  call: GuardedCall,
  id: string,
  patch: AppointmentPatch,
): Promise<Answer<EditorialAppointment>> {
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      const kept = await lockForChange(tx, call, id)
      const after = { ...kept, ...patch }
      const fields = (['kind', 'decisionNo', 'from', 'through'] as const).filter((name) => after[name] !== kept[name])
      if (fields.length === 0) return { answer: { status: 200, body: kept, version: kept.version }, shown: [] }
      requireDays(after)
      await repository.updateAppointment(tx, id, { kind: after.kind, decisionNo: after.decisionNo, period: periodOf(after) })
      const detail = Object.fromEntries(fields.map((name) => [name, { before: kept[name], after: after[name] }]))
      const version = kept.version + 1
      await recordAudit(tx, call.actor, { action: 'appointment.edit', entity: 'appointment', entityId: id, version, fields, detail })
      return { answer: await readAppointment(tx, call.actor, id), shown: shownWith(kept) }
    }),
  )
}

/** Deletes one that no published article names. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `conflict`. */
export async function removeAppointment(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await db.transaction((tx) =>
    changeOrganization(tx, async () => {
      const kept = await lockForChange(tx, call, id)
      const { version, person, post, from, through } = kept
      await repository.deleteAppointment(tx, id)
      const detail = { personId: person.id, postId: post.id, from, through }
      await recordAudit(tx, call.actor, { action: 'appointment.delete', entity: 'appointment', entityId: id, version, detail })
      return { answer: { status: 204, body: null }, shown: shownWith(kept) }
    }),
  )
}

function shownWith({ person, unit }: EditorialAppointment): ShownThing[] {
  return [
    { entity: 'person', id: person.id },
    { entity: 'unit', id: unit.id },
  ]
}

function requireDays(days: Days): void {
  const faults = faultsOfDays(days, '')
  if (faults.length > 0) throw fieldProblem('invalid_request', ...faults)
}

function nobody(): ProblemError {
  return fieldProblem('unknown_reference', { in: 'body', pointer: '/personId', code: 'unknown', message: 'There is nobody with this id.' })
}

async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<EditorialAppointment> {
  requireOrganizationReader(actor)
  await repository.lockAppointment(tx, id)
  const kept = await repository.findAppointment(tx, id)
  if (!kept) throw new ProblemError('not_found')
  requireMayChange(actor, kept)
  requireRowVersion(kept.version, ifMatch)
  return kept
}

function requireMayChange(actor: ActingPerson, subject: { unitPath: string[] }): void {
  if (!can(actor, 'appointments.change', subject)) throw new ProblemError('forbidden')
}
