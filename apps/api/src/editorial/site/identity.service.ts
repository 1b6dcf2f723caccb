import { isDeepStrictEqual } from 'node:util'
import type { SiteIdentity, SiteIdentityPatch } from '@bantin/shared/site-identity'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { namedMedia } from '../../publication/media-references.ts'
import { openMedia } from '../../publication/open-media.ts'
import { answerOnce } from '../answer-once.service.ts'
import { lockSite, updateSiteSettings } from '../site-row.repository.ts'
import { identityOf, settingsOf } from './stored-identity.ts'

/** Who publishes the portal. Throws `forbidden`. */
export async function readIdentity(db: Db, actor: ActingPerson): Promise<Answer<SiteIdentity>> {
  return answerOf(identityOf(await requireSitePermission(db, actor, 'settings.read')))
}

/**
 * Changes what is said of the publisher; a logo is open to everybody from now on, one that was replaced no longer. Throws `forbidden`,
 * `version_required`, `version_stale`, `invalid_request` for two menus at one place, `unknown_reference` for a logo that is no picture.
 */
export async function changeIdentity(db: Db, call: GuardedCall, patch: SiteIdentityPatch): Promise<Answer<SiteIdentity>> {
  return await answerOnce(db, call, async (tx) => {
    const { id } = await requireSitePermission(tx, call.actor, 'settings.change')
    const site = await lockSite(tx, id)
    const before = identityOf(site)
    requireRowVersion(before.version, call.ifMatch)
    requireMenus(patch)
    if (patch.logoMediaId) await requireLogo(tx, patch.logoMediaId)
    const after = { ...before, ...patch, contacts: { ...before.contacts, ...patch.contacts } }
    const fields = (Object.keys(patch) as (keyof SiteIdentityPatch)[]).filter((name) => !isDeepStrictEqual(after[name], before[name]))
    if (fields.length === 0) return answerOf(before)
    const version = before.version + 1
    await updateSiteSettings(tx, site, settingsOf({ ...after, version }, site.settings), after.name)
    if (fields.includes('logoMediaId'))
      await openMedia(
        tx,
        [before.logoMediaId, after.logoMediaId].flatMap((media) => media ?? []),
      )
    const detail = Object.fromEntries(fields.map((name) => [name, { before: before[name], after: after[name] }]))
    await recordAudit(tx, call.actor, { action: 'site.change', entity: 'site', entityId: id, version, fields, detail })
    return answerOf({ ...after, version })
  })
}

function requireMenus({ menus = [] }: SiteIdentityPatch): void {
  const places = menus.map(({ name }) => name)
  const twice = places.findIndex((name, at) => places.indexOf(name) < at)
  if (twice < 0) return
  const message = 'There is a menu at this place already.'
  throw fieldProblem('invalid_request', { in: 'body', pointer: `/menus/${twice}/name`, code: 'twice', message })
}

async function requireLogo(tx: Db, heroMediaId: string): Promise<void> {
  const { wrong } = await namedMedia(tx, { heroMediaId })
  if (wrong.length > 0) throw fieldProblem('unknown_reference', ...wrong.map((fault) => ({ ...fault, pointer: '/logoMediaId' })))
}

function answerOf(body: SiteIdentity): Answer<SiteIdentity> {
  return { status: 200, body, version: body.version }
}
