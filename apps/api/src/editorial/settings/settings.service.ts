import { isDeepStrictEqual } from 'node:util'
import { can, type SiteAction } from '@bantin/shared/permissions'
import type { PolicyInput, PolicyOf, Settings, SettingsPatch } from '@bantin/shared/settings'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { SiteRow } from '../../db/find-site.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { answerOnce } from '../answer-once.service.ts'
import { lockSite } from '../site-row.repository.ts'
import * as repository from './settings.repository.ts'

/** How many people a publication needs, and where it needs more. Throws `forbidden`. */
export async function readSettings(db: Db, actor: ActingPerson): Promise<Answer<Settings>> {
  return await answerOf(db, await requireSitePermission(db, actor, 'settings.read'))
}

/**
 * Changes the site's policy. Throws `forbidden`, `version_required`, `version_stale`, and `second_factor_required` for whoever wants one of
 * everybody and has none: he would have locked himself out of the desk.
 */
export async function changeSettings(db: Db, call: GuardedCall, patch: SettingsPatch): Promise<Answer<Settings>> {
  return await answerOnce(db, call, async (tx) => {
    const { id } = await requireSitePermission(tx, call.actor, 'settings.change')
    const site = await lockSite(tx, id)
    requireRowVersion(site.version, call.ifMatch)
    const fields = (Object.keys(patch) as (keyof SettingsPatch)[]).filter((name) => !isDeepStrictEqual(patch[name], site[name]))
    if (fields.length === 0) return await answerOf(tx, site)
    if (fields.includes('secondFactorRequired') && patch.secondFactorRequired) await requireSecondFactor(tx, call.actor)
    await repository.updateSite(tx, site, patch)
    const detail = Object.fromEntries(fields.map((name) => [name, { before: site[name], after: patch[name] }]))
    const version = site.version + 1
    await recordAudit(tx, call.actor, { action: 'settings.change', entity: 'site', entityId: id, version, fields, detail })
    return await answerOf(tx, await lockSite(tx, id))
  })
}

async function requireSecondFactor(tx: Db, { userId }: ActingPerson): Promise<void> {
  if (userId === null || !(await repository.hasSecondFactor(tx, userId))) throw new ProblemError('second_factor_required')
}

/** The policy of a unit or a category; a unit's also for editors of that unit. Throws `forbidden`, `not_found`. */
export async function readPolicy(db: Db, actor: ActingPerson, kind: repository.Kind, id: string): Promise<Answer<PolicyOf>> {
  await requirePolicyPermission(db, actor, 'settings.read', kind, id)
  const body = await repository.findPolicyOf(db, kind, id)
  if (!body) throw new ProblemError('not_found')
  return { status: 200, body, version: body.version }
}

/**
 * Asks for more than the site does, or no longer. A unit's is also for administrators of that unit.
 * Throws `not_found`, `forbidden`, `version_required`, `version_stale`.
 */
export async function changePolicy(
  db: Db,
  call: GuardedCall,
  kind: repository.Kind,
  id: string,
  input: PolicyInput,
): Promise<Answer<PolicyOf>> {
  return await answerOnce(db, call, async (tx) => {
    const before = await repository.findPolicyOf(tx, kind, id, true)
    await requirePolicyPermission(tx, call.actor, 'settings.change', kind, id)
    if (!before) throw new ProblemError('not_found')
    requireRowVersion(before.version, call.ifMatch)
    if (input.publishingPolicy === before.publishingPolicy) return { status: 200, body: before, version: before.version }
    await repository.updatePolicyOf(tx, kind, before, input)
    const after = { ...before, ...input, version: before.version + 1 }
    const detail = { publishingPolicy: { before: before.publishingPolicy, after: input.publishingPolicy } }
    const entry = { action: 'settings.change', entity: kind, entityId: id, version: after.version, fields: ['publishingPolicy'], detail }
    await recordAudit(tx, call.actor, entry)
    return { status: 200, body: after, version: after.version }
  })
}

/** A role over the unit is enough for what is the unit's. */
async function requirePolicyPermission(db: Db, actor: ActingPerson, action: SiteAction, kind: repository.Kind, id: string): Promise<void> {
  if (kind === 'unit' && can(actor, action, { unitPath: await repository.findUnitPath(db, id) })) return
  await requireSitePermission(db, actor, action)
}

async function answerOf(db: Db, site: SiteRow): Promise<Answer<Settings>> {
  const { version, publishingPolicy, minorDirect, secondFactorRequired, genres } = site
  const [units, categories] = [await repository.findStricter(db, 'unit'), await repository.findStricter(db, 'category')]
  return { status: 200, body: { version, publishingPolicy, minorDirect, secondFactorRequired, genres, units, categories }, version }
}
