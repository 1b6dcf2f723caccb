import type { FieldError } from '@bantin/shared/errors'
import type { NewRedirect, Redirect, RedirectListQuery, RedirectPatch } from '@bantin/shared/redirects'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { answerOnce } from '../answer-once.service.ts'
import { addRedirects, noteRedirect, readSent } from './add-redirects.service.ts'
import { compareWithKept, faultsOfAddresses, faultsOfArticles, refuse, type WantedRedirect } from './redirect-rules.service.ts'
import { deleteRedirect, findRedirect, findRedirects, lockRedirect, type RedirectRow, updateRedirect } from './redirects.repository.ts'

/** Where old addresses lead, newest first. Throws `forbidden`, `invalid_cursor`. */
export async function listRedirects(
  db: Db,
  actor: ActingPerson,
  query: RedirectListQuery,
  cursors: Cursors,
  publicUrl: string,
): Promise<Page<Redirect>> {
  const { id: siteId } = await requireSitePermission(db, actor, 'redirects.read')
  const { q } = query
  return await readPage(
    { cursors, scope: listScope('editorial/redirects', { q }), query },
    (after, limit) => findRedirects(db, publicUrl, { siteId, q, after: after?.[0], limit }),
    ({ id }) => [id],
  )
}

/** Throws `forbidden`, `not_found`. */
export async function readRedirect(db: Db, { actor, publicUrl }: GuardedCall, id: string): Promise<Answer<Redirect>> {
  const { id: siteId } = await requireSitePermission(db, actor, 'redirects.read')
  const redirect = await findRedirect(db, publicUrl, siteId, id)
  if (!redirect) throw new ProblemError('not_found')
  return { status: 200, body: redirect, version: redirect.version }
}

/** Throws `forbidden`, and `invalid_request`, `conflict` or `unknown_reference` with the place. */
export async function createRedirect(db: Db, call: GuardedCall, input: NewRedirect): Promise<Answer<Redirect>> {
  return await answerOnce(db, call, async (tx) => {
    const { id: siteId } = await requireSitePermission(tx, call.actor, 'redirects.change')
    const [id] = await addRedirects(tx, call, siteId, [{ input, place: '' }])
    if (id === undefined) throw alreadyThere()
    const answer = await readRedirect(tx, call, id)
    return { ...answer, status: 201, location: `/api/v1/editorial/redirects/${id}` }
  })
}

/** Throws what reading and creating one throws, and `version_required`, `version_stale`. */
export async function changeRedirect(db: Db, call: GuardedCall, id: string, patch: RedirectPatch): Promise<Answer<Redirect>> {
  return await db.transaction(async (tx) => {
    const { siteId, ...kept } = await lockForChange(tx, call, id)
    const input = { fromPathQuery: kept.fromPathQuery, articleId: kept.articleId, url: kept.url, ...patch }
    const { wanted, faults } = readSent([{ input, place: '' }], call.publicUrl)
    refuse({ invalid_request: faults })
    for (const one of wanted) {
      const { fields } = one
      const changed = (['fromPathQuery', 'articleId', 'url'] as const).filter((name) => fields[name] !== kept[name])
      if (changed.length === 0) continue
      refuse({
        conflict: changed.includes('fromPathQuery') ? await faultsAt(tx, siteId, one) : [],
        unknown_reference: changed.includes('articleId') ? await faultsOfArticles(tx, call.actor, wanted) : [],
      })
      await updateRedirect(tx, id, fields)
      await noteRedirect(tx, call.actor, 'edit', { id, version: kept.version + 1, ...fields }, changed)
    }
    return await readRedirect(tx, call, id)
  })
}

/** Throws `forbidden`, `not_found`, `version_required`, `version_stale`. */
export async function removeRedirect(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await db.transaction(async (tx) => {
    const kept = await lockForChange(tx, call, id)
    await deleteRedirect(tx, id)
    await noteRedirect(tx, call.actor, 'delete', kept)
    return { status: 204, body: null }
  })
}

async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<RedirectRow> {
  const { id: siteId } = await requireSitePermission(tx, actor, 'redirects.change')
  const kept = await lockRedirect(tx, siteId, id)
  if (!kept) throw new ProblemError('not_found')
  requireRowVersion(kept.version, ifMatch)
  return kept
}

async function faultsAt(tx: Db, siteId: string, one: WantedRedirect): Promise<FieldError[]> {
  return [...(await faultsOfAddresses(tx, [one])), ...(await compareWithKept(tx, siteId, [one])).faults]
}

function alreadyThere() {
  return fieldProblem('conflict', { in: 'body', pointer: '/fromPathQuery', code: 'taken', message: 'This redirect is there already.' })
}
