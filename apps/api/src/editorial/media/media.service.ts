import { isDeepStrictEqual } from 'node:util'
import type { MediaItem, MediaListQuery, MediaPatch, MediaUses } from '@bantin/shared/media'
import { type Actor, can } from '@bantin/shared/permissions'
import type { MediaStore } from '../../adapters/media-store.ts'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { addJob } from '../../db/jobs.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import type { AddressOf } from '../../lib/media-view.ts'
import { deleteMedia, findItem, findItems, foldedWords, lockMedia, type MediaRow, updateMedia } from './media.repository.ts'
import { toItem } from './media-item.columns.ts'
import { findUses } from './uses.repository.ts'

interface Listing {
  cursors: Cursors
  addressOf: AddressOf
}

/** The library, newest first, for whoever has a role. Throws `forbidden`, `invalid_cursor`. */
export async function listMedia(
  db: Db,
  actor: ActingPerson,
  query: MediaListQuery,
  { cursors, addressOf }: Listing,
): Promise<Page<MediaItem>> {
  requireReader(actor)
  const { limit: _, cursor: __, ...filters } = query
  // All that were asked for by their ids are answered, however many a page has else.
  const asked = filters.ids === undefined ? query : { ...query, limit: 100 }
  const found = await readPage(
    {
      cursors,
      scope: listScope('editorial/media', { ...filters, ...(filters.me === undefined ? {} : { of: actor.userId }) }),
      query: asked,
    },
    (after, limit) => findItems(db, { filters, userId: actor.userId, after, limit }),
    ({ position, id }) => [position, id],
  )
  return { ...found, data: found.data.map((row) => toItem(row, addressOf)) }
}

/** Throws `forbidden`, `not_found`. */
export async function readMediaItem(db: Db, actor: ActingPerson, id: string, addressOf: AddressOf): Promise<Answer<MediaItem>> {
  requireReader(actor)
  const row = await findItem(db, id)
  if (!row) throw new ProblemError('not_found')
  return { status: 200, body: toItem(row, addressOf), version: row.version }
}

/** Which articles show the file, whether it is the site's logo, and whose photo it is. Throws `forbidden`, `not_found`. */
export async function readUses(db: Db, actor: ActingPerson, id: string): Promise<MediaUses> {
  requireReader(actor)
  if (!(await findItem(db, id))) throw new ProblemError('not_found')
  return await findUses(db, actor, id)
}

/**
 * Changes what is said of a file, or which part of a picture is shown: then its renderings are made anew, at a new address.
 * Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `invalid_request` for a part that no picture has.
 */
export async function changeMedia(
  db: Db,
  call: GuardedCall,
  id: string,
  patch: MediaPatch,
  addressOf: AddressOf,
): Promise<Answer<MediaItem>> {
  return await db.transaction(async (tx) => {
    const kept = await lockFor(tx, call, id, 'change')
    refuseWrongPart(kept, patch)
    const names = changedBy(patch, kept)
    if (names.length === 0) return await readMediaItem(tx, call.actor, id, addressOf)
    const fields = Object.fromEntries(names.map((name) => [name, patch[name] ?? null]))
    const isReframed = names.some(isFraming)
    await updateMedia(tx, id, { ...fields, folded: foldedWords({ ...kept, ...fields }), ...(isReframed ? { rendering: 'waiting' } : {}) })
    if (isReframed) await addJob(tx, 'makeRenderings', { mediaId: id })
    await recordAudit(tx, call.actor, { action: 'media.change', entity: 'media', entityId: id, version: kept.version + 1, fields: names })
    return await readMediaItem(tx, call.actor, id, addressOf)
  })
}

/**
 * Deletes a file that no revision of any article shows, and that is neither the site's logo nor a photo: its row, then what lies in the
 * store; what is left there by a failure is swept. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `media_in_use`.
 */
export async function removeMedia(db: Db, store: MediaStore, call: GuardedCall, id: string): Promise<Answer<null>> {
  await db.transaction(async (tx) => {
    const { version } = await lockFor(tx, call, id, 'delete')
    if (!(await deleteMedia(tx, id))) throw new ProblemError('media_in_use')
    await recordAudit(tx, call.actor, { action: 'media.delete', entity: 'media', entityId: id, version, fields: [] })
  })
  await removeFiles(store, id).catch(() => undefined)
  return { status: 204, body: null }
}

async function removeFiles(store: MediaStore, id: string): Promise<void> {
  for await (const { key } of store.list(`${id}/`)) await store.remove(key)
}

async function lockFor(tx: Db, { actor, ifMatch }: GuardedCall, id: string, to: 'change' | 'delete'): Promise<MediaRow> {
  requireReader(actor)
  const kept = await lockMedia(tx, id, to)
  if (!kept) throw new ProblemError('not_found')
  if (!can(actor, `media.${to}`, kept)) throw new ProblemError('forbidden')
  requireRowVersion(kept.version, ifMatch)
  return kept
}

/** The library is one for the whole site: where a file belongs does not matter to who looks. */
function requireReader(actor: Actor): void {
  if (!can(actor, 'media.read', { unitPath: [] })) throw new ProblemError('forbidden')
}

function refuseWrongPart({ kind }: MediaRow, { crop, focalPoint }: MediaPatch): void {
  const wrong = (name: string, message: string) =>
    fieldProblem('invalid_request', { in: 'body', pointer: `/${name}`, code: 'not_allowed', message })
  if (kind !== 'picture' && crop) throw wrong('crop', 'Only pictures are cropped.')
  if (kind !== 'picture' && focalPoint) throw wrong('focalPoint', 'Only pictures have a focal point.')
  // A little more than one: fractions are rounded.
  if (crop && (crop.x + crop.width > 1.0001 || crop.y + crop.height > 1.0001)) throw wrong('crop', 'It reaches beyond the picture.')
}

/** What the patch says otherwise than it is; of a picture that could not be rendered also the framing that it has: it is tried again. */
function changedBy(patch: MediaPatch, kept: MediaRow): (keyof MediaPatch)[] {
  const names = Object.keys(patch) as (keyof MediaPatch)[]
  return names.filter((name) => (isFraming(name) && kept.rendering === 'failed') || !isDeepStrictEqual(patch[name] ?? null, kept[name]))
}

function isFraming(name: keyof MediaPatch): boolean {
  return name === 'crop' || name === 'focalPoint'
}
