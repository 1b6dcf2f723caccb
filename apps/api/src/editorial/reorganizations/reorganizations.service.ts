import type { CarriedOutReorganization, Reorganization, ReorganizationEffects } from '@bantin/shared/reorganizations'
import { v7 as uuidv7 } from 'uuid'
import { askToPurge } from '../../db/ask-to-purge.ts'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { TouchedRow } from '../../db/schema/reorganizations.ts'
import { ProblemError, toProblem } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import type { Page } from '../../guarded/read-page.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { changeOrganization, type ShownThing } from '../../publication/change-organization.ts'
import { answerOnce } from '../answer-once.service.ts'
import { isNamedByArticle } from '../known-units.repository.ts'
import { tryOut } from '../try-out.ts'
import { carryOut } from './carry-out.ts'
import { effectsOf } from './effects.ts'
import * as repository from './reorganizations.repository.ts'
import { findConcerned, growVersions } from './reorganized-units.repository.ts'
import { requireUnits } from './require-units.ts'
import { putBack, readRows, touchedRows } from './touched-rows.repository.ts'

/** Those that were carried out, newest first. Throws `forbidden`. */
export async function listReorganizations(db: Db, actor: ActingPerson): Promise<Page<CarriedOutReorganization>> {
  await requireSitePermission(db, actor, 'reorganizations.read')
  return { data: await repository.findReorganizations(db), page: { next: null } }
}

/**
 * What it does: done, or with `dryRun` only tried, which is to do it and not to keep it, so that both come to the same. Throws `forbidden`,
 * `unknown_reference`, and `conflict` with the rule that the organization would break.
 */
export async function reorganize(db: Db, call: GuardedCall, plan: Reorganization, dryRun: boolean): Promise<Answer<ReorganizationEffects>> {
  if (!dryRun) return await answerOnce(db, call, async (tx) => ({ status: 200, body: await doIt(tx, call.actor, plan) }))
  return { status: 200, body: await tryOut(db, (tx) => doIt(tx, call.actor, plan)) }
}

/**
 * Puts back all that the last one did. Throws `forbidden`, `not_found`, and `conflict` where it is not the last one, or something was built
 * on it since.
 */
export async function undoReorganization(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await answerOnce(db, call, async (tx) => {
    await changeOrganization(tx, async () => {
      await requireSitePermission(tx, call.actor, 'reorganizations.undo')
      const { onDay, touched } = await requireLast(tx, id)
      const made = touched.flatMap(({ table, before, after }) => (table === 'units' && !before && after ? [String(after.id)] : []))
      if ((await areNamed(tx, made)) || !(await canBePutBack(tx, touched))) throw new ProblemError('conflict', { detail: builtOn })
      await growVersions(tx, unitsIn(touched))
      await repository.markUndone(tx, id)
      await note(tx, call.actor, { action: 'organization.undo', entityId: id, detail: { on: onDay } }, unitsIn(touched))
      return { answer: undefined, shown: shownOf(unitsIn(touched), made) }
    })
    return { status: 204, body: null }
  })
}

const builtOn = 'Something was built on this reorganization since: what it changed was changed again, or something belongs to what it made.'

async function requireLast(tx: Db, id: string) {
  const last = await repository.findLast(tx)
  if (last?.id === id) return last
  if (!(await repository.isKnown(tx, id))) throw new ProblemError('not_found')
  throw new ProblemError('conflict', { detail: 'Only the last reorganization can be undone, and only once.' })
}

async function areNamed(tx: Db, unitIds: string[]): Promise<boolean> {
  for (const id of unitIds) if (await isNamedByArticle(tx, id)) return true
  return false
}

/** What was made and is referred to since does not go. */
async function canBePutBack(tx: Db, touched: TouchedRow[]): Promise<boolean> {
  try {
    return await putBack(tx, touched)
  } catch (error) {
    if (toProblem(error).code === 'unknown_reference') return false
    throw error
  }
}

async function doIt(tx: Db, actor: ActingPerson, plan: Reorganization): Promise<ReorganizationEffects> {
  return await changeOrganization(tx, async () => {
    const named = await requireUnits(tx, actor, plan)
    const concerned = await findConcerned(tx, named)
    const before = await readRows(tx, concerned)
    const ending = await carryOut(tx, plan)
    const all = [...new Set([...concerned, ...(ending?.successorIds ?? [])])]
    const changed = unitsIn(touchedRows(before, await readRows(tx, all)))
    await growVersions(tx, changed)
    const touched = touchedRows(before, await readRows(tx, all))
    const id = uuidv7()
    await repository.insertReorganization(tx, { id, byUserId: actor.userId, plan, touched })
    await note(tx, actor, { action: `organization.${plan.verb}`, entityId: id, detail: { on: plan.on, units: named } }, changed)
    return { answer: await effectsOf(tx, plan, ending, touched), shown: shownOf(changed) }
  })
}

interface Deed {
  action: string
  entityId: string
  detail: Record<string, unknown>
}

/** In the log; and caches in front hear of the units, which articles and other pages name. */
async function note(tx: Db, actor: ActingPerson, deed: Deed, unitIds: string[]): Promise<void> {
  await recordAudit(tx, actor, { ...deed, entity: 'reorganization' })
  await askToPurge(
    tx,
    unitIds.map((entityId) => ({ action: deed.action, entity: 'unit', entityId })),
  )
}

function shownOf(unitIds: string[], gone: string[] = []): ShownThing[] {
  return unitIds.map((id) => ({ entity: 'unit', id, isGone: gone.includes(id) }))
}

/** The units whose own rows are touched: their names, places, posts, and the members of a bloc. */
function unitsIn(touched: TouchedRow[]): string[] {
  const ids = touched.flatMap(({ table, before, after }) => {
    const id = (after ?? before)?.[ownedBy[table] ?? '']
    return typeof id === 'string' ? [id] : []
  })
  return [...new Set(ids)]
}

const ownedBy: Record<string, string> = {
  units: 'id',
  unit_names: 'unit_id',
  unit_parents: 'unit_id',
  posts: 'unit_id',
  bloc_members: 'bloc_id',
}
