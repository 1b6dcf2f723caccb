import type { Picture } from '@bantin/shared/articles'
import type { ShownMedia } from '@bantin/shared/body/fill-media'
import { inArray } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { media } from '../db/schema/media.ts'
import { type AddressOf, pictureOf, type Signing, type StoredFile, shownMediaOf, signedAddressOf } from '../lib/media-view.ts'

/** What answers that are not public show of files, by the files' ids; `pictures` has those that are pictures with all that a page shows. */
export async function readShownMedia(
  db: Db,
  signing: Signing,
  mediaIds: string[],
): Promise<{ shown: Map<string, ShownMedia>; pictures: Map<string, Picture> }> {
  const files: StoredFile[] = mediaIds.length === 0 ? [] : await db.select(columns).from(media).where(inArray(media.id, mediaIds))
  const addressOf = signedAddressOf(signing)
  const viewsBy = <T>(view: (file: StoredFile, addressOf: AddressOf) => T | undefined): Map<string, T> =>
    new Map(files.map((file) => [file.id, view(file, addressOf)] as const).filter((entry): entry is [string, T] => entry[1] !== undefined))
  return { shown: viewsBy(shownMediaOf), pictures: viewsBy(pictureOf) }
}

const columns = {
  id: media.id,
  rev: media.rev,
  kind: media.kind,
  type: media.type,
  bytes: media.bytes,
  originalName: media.originalName,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
  color: media.color,
  variants: media.variants,
}
