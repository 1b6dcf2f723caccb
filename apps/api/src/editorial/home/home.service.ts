import type { FieldError } from '@bantin/shared/errors'
import type { Home, HomeInput } from '@bantin/shared/home'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { SiteRow } from '../../db/find-site.ts'
import { fieldProblem } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { readClock } from '../../publication/clock.ts'
import { answerOnce } from '../answer-once.service.ts'
import { lockSite, updateSiteSettings } from '../site-row.repository.ts'
import { findPublished, findSlots, replaceSlots } from './home.repository.ts'

/** The articles that lead the home page. Those whose time there is over are not among them. Throws `forbidden`. */
export async function readHome(db: Db, actor: ActingPerson): Promise<Answer<Home>> {
  return await answerOf(db, await requireSitePermission(db, actor, 'home.read'))
}

/**
 * Puts these articles in the place of those that are there. Throws `forbidden`, `version_required`, `version_stale`, `invalid_request`
 * for an article that stands twice or a moment that is over, `unknown_reference` for what is not published.
 */
export async function arrangeHome(db: Db, call: GuardedCall, { slots }: HomeInput): Promise<Answer<Home>> {
  return await answerOnce(db, call, async (tx) => {
    const { id } = await requireSitePermission(tx, call.actor, 'home.change')
    const site = await lockSite(tx, id)
    requireRowVersion(versionOf(site), call.ifMatch)
    await requireArrangement(tx, id, slots)
    const [version, before] = [versionOf(site) + 1, await findSlots(tx, id)]
    await replaceSlots(
      tx,
      id,
      slots.map(({ articleId, until = null }) => ({ articleId, until: until === null ? null : new Date(until) })),
    )
    await updateSiteSettings(tx, site, { versions: { ...site.settings.versions, home: version } })
    const detail = { home: { before: before.map(({ article }) => article.id), after: slots.map(({ articleId }) => articleId) } }
    await recordAudit(tx, call.actor, { action: 'home.change', entity: 'site', entityId: id, version, fields: ['home'], detail })
    return await answerOf(tx, await lockSite(tx, id))
  })
}

function versionOf({ settings }: SiteRow): number {
  return settings.versions?.home ?? 1
}

async function requireArrangement(tx: Db, siteId: string, slots: HomeInput['slots']): Promise<void> {
  const now = await readClock(tx)
  const ids = slots.map(({ articleId }) => articleId)
  const refused = slots.flatMap(({ articleId, until }, place) => [
    ...(ids.indexOf(articleId) < place ? [wrong(place, 'articleId', 'twice', 'It stands further up already.')] : []),
    ...(until && !(new Date(until) > now) ? [wrong(place, 'until', 'past', 'Give a moment in the future.')] : []),
  ])
  if (refused.length > 0) throw fieldProblem('invalid_request', ...refused)
  const published = await findPublished(tx, siteId, ids)
  const unknown = ids.flatMap((id, place) =>
    published.has(id) ? [] : [wrong(place, 'articleId', 'unknown', 'This is no published article.')],
  )
  if (unknown.length > 0) throw fieldProblem('unknown_reference', ...unknown)
}

function wrong(place: number, field: string, code: string, message: string): FieldError {
  return { in: 'body', pointer: `/slots/${place}/${field}`, code, message }
}

async function answerOf(db: Db, site: SiteRow): Promise<Answer<Home>> {
  const version = versionOf(site)
  return { status: 200, body: { version, slots: await findSlots(db, site.id) }, version }
}
