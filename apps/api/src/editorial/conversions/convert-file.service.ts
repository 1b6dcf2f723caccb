import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { mediaIdsOf } from '@bantin/shared/body/body-media'
import type { Conversion, LegacyFont } from '@bantin/shared/conversions'
import type { MediaItem } from '@bantin/shared/media'
import type { MediaStore } from '../../adapters/media-store.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { withReceived } from '../../guarded/receive-file.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { AddressOf } from '../../lib/media-view.ts'
import type { Upload } from '../../lib/upload.ts'
import { withFolder } from '../../lib/with-folder.ts'
import { requireWriter } from './conversions.service.ts'
import { convertApart } from './convert-apart.ts'
import { kindOfFile } from './kind-of-file.ts'
import type { Converted, FoundPicture } from './order.ts'
import { withLibraryPictures } from './with-library-pictures.ts'

interface Parts {
  db: Db
  store: MediaStore
  folder: string
  addressOf: AddressOf
}

/** The media library, which is another feature: app.ts hands it over. */
export interface Library {
  requireUploadUnit(db: Db, actor: ActingPerson): Promise<string>
  addMedia(parts: Parts, actor: ActingPerson, file: { name: string; bytes: Readable; unitId: string }): Promise<{ item: MediaItem }>
}

const limit = 20_000_000

/**
 * The one file of a request as a body. Its pictures are added to the library, those that the library refuses are told. Permission is asked
 * before a byte is read. Throws `forbidden`, the `file_…` codes, `invalid_request`, `unavailable`.
 */
export async function convertFile(
  library: Library,
  parts: Parts,
  actor: ActingPerson,
  legacyFont: LegacyFont | undefined,
  files: AsyncIterable<Upload>,
): Promise<Conversion> {
  requireWriter(actor)
  const unitId = await library.requireUploadUnit(parts.db, actor)
  return await withFolder(parts.folder, 'conversion-', async (folder) => {
    const { converted, name } = await convertOne(parts, files, { legacyFont, folder })
    const { pictures, ...text } = converted
    const shown = new Set(mediaIdsOf(text.body))
    const stem = name.replace(/\.\w+$/, '')
    const add = ({ path }: FoundPicture, i: number) =>
      library.addMedia(parts, actor, { name: `${stem} ${i + 1}`, bytes: createReadStream(path), unitId })
    const added = await addEach(
      pictures.filter(({ id }) => shown.has(id)),
      add,
    )
    return withLibraryPictures(text, added)
  })
}

/** Read to the end of the request: what breaks off behind the file, or has more than one, is refused whole. */
async function convertOne(
  parts: Parts,
  files: AsyncIterable<Upload>,
  order: { legacyFont: LegacyFont | undefined; folder: string },
): Promise<{ converted: Converted; name: string }> {
  let found: { converted: Converted; name: string } | undefined
  for await (const { name, bytes } of files) {
    const convertReceived = async ({ path }: { path: string }) => await convertApart({ path, kind: await kindOfFile(path, name), ...order })
    found = { converted: await withReceived({ folder: parts.folder, limit }, bytes, convertReceived), name }
  }
  if (!found) throw new ProblemError('invalid_request')
  return found
}

/** What became of each picture: null for one that the library does not take. One after the other, because decoding takes memory. */
async function addEach(
  pictures: FoundPicture[],
  add: (picture: FoundPicture, index: number) => Promise<{ item: MediaItem }>,
): Promise<Map<string, MediaItem | null>> {
  const added = new Map<string, MediaItem | null>()
  for (const [i, picture] of pictures.entries()) {
    try {
      added.set(picture.id, (await add(picture, i)).item)
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.code.startsWith('file_')) throw error
      added.set(picture.id, null)
    }
  }
  return added
}
