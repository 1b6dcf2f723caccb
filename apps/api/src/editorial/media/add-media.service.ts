import type { Readable } from 'node:stream'
import type { MediaItem } from '@bantin/shared/media'
import { type MediaType, maxFileBytes, mediaTypes } from '@bantin/shared/media-types'
import { can } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import type { MediaStore } from '../../adapters/media-store.ts'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { addJob } from '../../db/jobs.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import { type ReceivedFile, withReceived } from '../../guarded/receive-file.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { AddressOf } from '../../lib/media-view.ts'
import { fileNameFrom } from './file-name.ts'
import type { FirstRendering } from './first-rendering.ts'
import { findBySha256, findItem, findUnitPath, foldedWords, insertMedia } from './media.repository.ts'
import { toItem } from './media-item.columns.ts'

/** What adding files works with. */
export interface LibraryParts {
  db: Db
  store: MediaStore
  /** Where files are while they come in. */
  folder: string
  addressOf: AddressOf
}

export interface NewMedia {
  name: string
  bytes: Readable
  unitId: string
  /** Resolves when what brings the file has ended as it should; nothing is kept before. */
  ended?: () => Promise<unknown>
}

export interface AddedMedia {
  item: MediaItem
  /** The library had these bytes before: nothing was added. */
  isKnown: boolean
}

/** The unit that uploads of the actor belong to: the one asked for, or that of his first role. Throws `forbidden`, `unknown_reference`. */
export async function requireUploadUnit(db: Db, actor: ActingPerson, unitId?: string): Promise<string> {
  const own = actor.grants.find((grant) => can({ ...actor, grants: [grant] }, 'media.upload', { unitPath: unitsOf(grant.unitId) }))
  const wanted = unitId ?? own?.unitId ?? (own ? (await findSite(db)).rootUnitId : null)
  if (wanted === null || wanted === undefined) throw new ProblemError('forbidden')
  const unitPath = await findUnitPath(db, wanted)
  if (!unitPath) {
    const message = 'There is no such unit.'
    throw fieldProblem('unknown_reference', { in: 'query', name: 'unitId', code: 'unknown', message })
  }
  if (!can(actor, 'media.upload', { unitPath })) throw new ProblemError('forbidden')
  return wanted
}

function unitsOf(unitId: string | null): string[] {
  return unitId === null ? [] : [unitId]
}

/**
 * Adds a file to the library: what its bytes say it is, of `unitId`. The same bytes are stored once. Files are in the store before
 * the row that names them: what is cut off on the way leaves at most files that the sweeper finds. Throws the `file_…` codes.
 */
export async function addMedia(parts: LibraryParts, actor: ActingPerson, { name, bytes, unitId, ended }: NewMedia): Promise<AddedMedia> {
  return await withReceived({ folder: parts.folder, limit: maxFileBytes }, bytes, async (file) => {
    await ended?.()
    const known = await findBySha256(parts.db, file.sha256)
    if (known !== undefined) return await answerWith(parts, known, true)
    // With the first file: the library of pictures alone takes ten megabytes.
    const [{ sniffFile }, { renderFirst }] = await Promise.all([import('./sniff-file.ts'), import('./first-rendering.ts')])
    const type = await sniffFile(file)
    const first = mediaTypes[type] === 'picture' ? await renderFirst(file.path) : null
    return await store(parts, actor, { file, type, first, originalName: fileNameFrom(name), unitId })
  })
}

interface Sniffed {
  file: ReceivedFile
  type: MediaType
  first: FirstRendering | null
  originalName: string
  unitId: string
}

async function store(parts: LibraryParts, actor: ActingPerson, sniffed: Sniffed): Promise<AddedMedia> {
  const { file, first } = sniffed
  const id = uuidv7()
  const keys = [`${id}/original`, ...(first ? [`${id}/1/${first.variant.name}`] : [])]
  try {
    await parts.store.putFile(`${id}/original`, file.path)
    if (first) await parts.store.put(`${id}/1/${first.variant.name}`, first.bytes)
  } catch (error) {
    await removeAll(parts.store, keys)
    throw error
  }
  // Whether a commit that fails was done nobody knows: the files stay then, and where no row names them they are swept.
  const isAdded = await insert(parts.db, actor, id, sniffed)
  if (isAdded) return await answerWith(parts, id, false)
  await removeAll(parts.store, keys)
  const known = await findBySha256(parts.db, file.sha256)
  if (known === undefined) throw new ProblemError('unavailable')
  return await answerWith(parts, known, true)
}

async function insert(db: Db, actor: ActingPerson, id: string, { file, type, first, originalName, unitId }: Sniffed): Promise<boolean> {
  const said = { originalName, alt: null, caption: null, credit: null }
  return await db.transaction(async (tx) => {
    const isAdded = await insertMedia(tx, {
      id,
      sha256: file.sha256,
      kind: mediaTypes[type],
      type,
      width: first?.width ?? null,
      height: first?.height ?? null,
      bytes: file.bytes,
      ...said,
      folded: foldedWords(said),
      color: first?.color ?? null,
      variants: first ? [first.variant] : [],
      rendering: first ? 'waiting' : 'ready',
      unitId,
      createdBy: actor.userId,
    })
    if (!isAdded) return false
    if (first) await addJob(tx, 'makeRenderings', { mediaId: id })
    await recordAudit(tx, actor, { action: 'media.upload', entity: 'media', entityId: id, version: 1, fields: [] })
    return true
  })
}

async function answerWith({ db, addressOf }: LibraryParts, id: string, isKnown: boolean): Promise<AddedMedia> {
  const row = await findItem(db, id)
  if (!row) throw new ProblemError('unavailable')
  return { item: toItem(row, addressOf), isKnown }
}

async function removeAll(mediaStore: MediaStore, keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => mediaStore.remove(key).catch(() => undefined)))
}
