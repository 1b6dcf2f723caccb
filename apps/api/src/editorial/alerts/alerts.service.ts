import type { Alert, AlertPatch, NewAlert } from '@bantin/shared/alerts'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { SiteRow } from '../../db/find-site.ts'
import type { StoredAlert } from '../../db/schema/sites.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import type { Page } from '../../guarded/read-page.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { readClock } from '../../publication/clock.ts'
import { answerOnce } from '../answer-once.service.ts'
import { lockSite, updateSiteSettings } from '../site-row.repository.ts'
import { findAlerts } from './alerts.repository.ts'
import { changedFields, hasEnded, kept, merged, mostCurrent } from './stored-alerts.ts'

/** All of them, newest first; of those that have ended the last ones. Throws `forbidden`. */
export async function listAlerts(db: Db, actor: ActingPerson): Promise<Page<Alert>> {
  const { id } = await requireSitePermission(db, actor, 'alerts.read')
  return { data: await findAlerts(db, id), page: { next: null } }
}

/** Throws `forbidden`, `not_found`. */
export async function readAlert(db: Db, actor: ActingPerson, id: string): Promise<Answer<Alert>> {
  const site = await requireSitePermission(db, actor, 'alerts.read')
  return await answerOf(db, site.id, id)
}

/** Throws `forbidden`, `invalid_request` for a time that is over or none, `conflict` where so many stand there that nobody reads them. */
export async function createAlert(db: Db, call: GuardedCall, input: NewAlert): Promise<Answer<Alert>> {
  return await answerOnce(db, call, async (tx) => {
    const [site, now] = await lockFor(tx, call)
    const alert = merged({ id: uuidv7(), version: 1, level: input.level, text: input.text, url: null, from: null, until: null }, input)
    requireTime(alert, now)
    const alerts = site.settings.alerts ?? []
    if (alerts.filter((other) => !hasEnded(other, now)).length >= mostCurrent) {
      throw new ProblemError('conflict', { detail: `There are ${mostCurrent} alerts that have not ended: end one first.` })
    }
    await updateSiteSettings(tx, site, { alerts: kept([alert, ...alerts], now) })
    await note(tx, call.actor, 'create', alert, [])
    const answer = await answerOf(tx, site.id, alert.id)
    return { ...answer, status: 201, location: `/api/v1/editorial/alerts/${alert.id}` }
  })
}

/** Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `invalid_request` for a time that is over or none. */
export async function changeAlert(db: Db, call: GuardedCall, id: string, patch: AlertPatch): Promise<Answer<Alert>> {
  return await answerOnce(db, call, async (tx) => {
    const [site, now] = await lockFor(tx, call)
    const before = requireAlert(site, call, id)
    const after = merged(before, patch)
    const fields = changedFields(before, after)
    if (fields.length === 0) return await answerOf(tx, site.id, id)
    requireTime(after, now)
    return await replace(tx, call.actor, site, 'change', { ...after, version: before.version + 1 }, fields)
  })
}

/** Takes it down now, or off what is planned. Throws `forbidden`, `not_found`, `version_required`, `version_stale`. */
export async function endAlert(db: Db, call: GuardedCall, id: string): Promise<Answer<Alert>> {
  return await answerOnce(db, call, async (tx) => {
    const [site, now] = await lockFor(tx, call)
    const before = requireAlert(site, call, id)
    if (hasEnded(before, now)) return await answerOf(tx, site.id, id)
    const after = { ...before, until: now.toISOString(), version: before.version + 1 }
    return await replace(tx, call.actor, site, 'end', after, ['until'])
  })
}

async function lockFor(tx: Db, { actor }: GuardedCall): Promise<[SiteRow, Date]> {
  const { id } = await requireSitePermission(tx, actor, 'alerts.change')
  return [await lockSite(tx, id), await readClock(tx)]
}

function requireAlert({ settings }: SiteRow, { ifMatch }: GuardedCall, id: string): StoredAlert {
  const alert = settings.alerts?.find((one) => one.id === id)
  if (!alert) throw new ProblemError('not_found')
  requireRowVersion(alert.version, ifMatch)
  return alert
}

function requireTime({ from, until }: StoredAlert, now: Date): void {
  if (until === null) return
  const wrong = (code: string, message: string) => fieldProblem('invalid_request', { in: 'body', pointer: '/until', code, message })
  if (!(new Date(until) > now)) throw wrong('past', 'Give a moment in the future, or end it.')
  if (from !== null && !(until > from)) throw wrong('order', 'It cannot end before it begins.')
}

type Deed = 'create' | 'change' | 'end'

async function replace(
  tx: Db,
  actor: ActingPerson,
  site: SiteRow,
  deed: Deed,
  alert: StoredAlert,
  fields: string[],
): Promise<Answer<Alert>> {
  await updateSiteSettings(tx, site, { alerts: site.settings.alerts?.map((one) => (one.id === alert.id ? alert : one)) })
  await note(tx, actor, deed, alert, fields)
  return await answerOf(tx, site.id, alert.id)
}

/** With what it says from now on. */
async function note(tx: Db, actor: ActingPerson, deed: Deed, { id, version, ...detail }: StoredAlert, fields: string[]): Promise<void> {
  await recordAudit(tx, actor, { action: `alert.${deed}`, entity: 'alert', entityId: id, version, fields, detail })
}

async function answerOf(db: Db, siteId: string, id: string): Promise<Answer<Alert>> {
  const alert = (await findAlerts(db, siteId)).find((one) => one.id === id)
  if (!alert) throw new ProblemError('not_found')
  return { status: 200, body: alert, version: alert.version }
}
