import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MediaStore } from '../../adapters/media-store.ts'
import { recordAudit } from '../../db/audit.ts'
import type { Jobs } from '../../db/jobs.ts'
import type { MediaVariant } from '../../db/schema/media.ts'
import type { Attempt, JobParts } from '../../job-parts.ts'
import { clock } from '../../lib/acting-person.ts'
import { withFolder } from '../../lib/with-folder.ts'
import { renderApart } from './render-apart.ts'
import { findWaiting, keepRenderings, markFailed, type WaitingPicture } from './renderings.repository.ts'

/**
 * Makes all renderings of a picture as its crop and focal point are now, then shows them at once. What is made for a crop that was
 * changed meanwhile is left to the sweeper: whoever changed it has asked for the next. A picture that fails to the last says so.
 */
export async function makeRenderings(parts: JobParts, { mediaId }: Jobs['makeRenderings'], { isLast }: Attempt): Promise<void> {
  const picture = await findWaiting(parts.db, mediaId)
  if (!picture) return
  try {
    await render(parts, picture)
  } catch (error) {
    if (isLast) await giveUp(parts, picture)
    throw error
  }
}

async function render({ db, mediaStore, uploads, signal }: JobParts, picture: WaitingPicture): Promise<void> {
  const { id, width, height, crop, focalPoint, version } = picture
  const { rev, kept } = placeOf(picture)
  await withFolder(uploads, 'renderings-', async (folder) => {
    const path = join(folder, 'original')
    await fetchOriginal(mediaStore, id, path)
    const without = kept.map(({ name }) => name)
    const { variants, color } = await renderApart({ path, width, height, view: { crop, focalPoint }, without, folder }, signal)
    for (const { name } of variants) await mediaStore.putFile(`${id}/${rev}/${name}`, join(folder, name))
    await db.transaction(async (tx) => {
      if (!(await keepRenderings(tx, picture, { rev, variants: [...kept, ...variants], color }))) return
      await recordAudit(tx, clock, { action: 'media.render', entity: 'media', entityId: id, version })
    })
  })
}

/** Beside the one that was made with the upload, while nothing else was shown; else at the next address: what stood at one never changes. */
function placeOf({ rev, variants, crop }: WaitingPicture): { rev: number; kept: MediaVariant[] } {
  return variants.length <= 1 && crop === null ? { rev, kept: variants } : { rev: rev + 1, kept: [] }
}

async function fetchOriginal(store: MediaStore, id: string, path: string): Promise<void> {
  const original = await store.open(`${id}/original`)
  if (!original) throw new Error('The original of a picture is not in the store.')
  await pipeline(original.stream, createWriteStream(path, { mode: 0o600 }))
}

async function giveUp({ db }: JobParts, picture: WaitingPicture): Promise<void> {
  const { id, version } = picture
  await db.transaction(async (tx) => {
    if (await markFailed(tx, picture)) await recordAudit(tx, clock, { action: 'media.render', entity: 'media', entityId: id, version })
  })
}
