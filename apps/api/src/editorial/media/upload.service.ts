import type { MediaItem, Uploads } from '@bantin/shared/media'
import { ProblemError, problemBody } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import type { Upload } from '../../lib/upload.ts'
import { addMedia, type LibraryParts, requireUploadUnit } from './add-media.service.ts'

/** Adds the one file of a request. Permission is asked before a byte is read. Throws what adding throws. */
export async function uploadOne(
  parts: LibraryParts,
  { actor }: GuardedCall,
  unitId: string | undefined,
  files: AsyncIterable<Upload>,
): Promise<Answer<MediaItem>> {
  const unit = await requireUploadUnit(parts.db, actor, unitId)
  const incoming = files[Symbol.asyncIterator]()
  try {
    const { value: file } = await incoming.next()
    // The end of the request is waited for: what breaks off behind the file, or has more than one, is refused whole.
    const { item, isKnown } = await addMedia(parts, actor, { ...file, unitId: unit, ended: () => incoming.next() })
    return { status: isKnown ? 200 : 201, body: item, version: item.version, location: `/api/v1/editorial/media/${item.id}` }
  } finally {
    await incoming.return?.()
  }
}

/** Adds each file of a request by itself: one that is refused is told, and keeps no other from being added. */
export async function uploadMany(
  parts: LibraryParts,
  { actor, publicUrl }: GuardedCall,
  unitId: string | undefined,
  files: AsyncIterable<Upload>,
): Promise<Uploads> {
  const unit = await requireUploadUnit(parts.db, actor, unitId)
  const data: Uploads['data'] = []
  for await (const { name, bytes } of files) {
    try {
      const { item, isKnown } = await addMedia(parts, actor, { name, bytes, unitId: unit })
      data.push({ name, isKnown, media: item })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      data.push({ name, problem: problemBody(error, publicUrl) })
    }
  }
  return { data }
}
