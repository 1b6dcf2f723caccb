import type { MediaItem } from '@bantin/shared/media'
import { fileNameOf } from '@bantin/shared/media-types'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { media } from '../../db/schema/media.ts'
import { users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import { mediaPath } from '../../lib/media-address.ts'
import { type AddressOf, type StoredFile, shownMediaOf } from '../../lib/media-view.ts'

/** Files with all that the desk shows of them, to be narrowed and ordered. */
export function selectItems(db: Db) {
  return db
    .select({
      id: media.id,
      version: media.version,
      kind: media.kind,
      type: media.type,
      width: media.width,
      height: media.height,
      bytes: media.bytes,
      originalName: media.originalName,
      alt: media.alt,
      caption: media.caption,
      credit: media.credit,
      focalPoint: media.focalPoint,
      crop: media.crop,
      color: media.color,
      rev: media.rev,
      variants: media.variants,
      rendering: media.rendering,
      unitId: media.unitId,
      unitName: sql<string>`coalesce((SELECT name FROM unit_names n WHERE n.unit_id = ${media.unitId} AND n.period @> published.today()), '')`,
      unitPath: sql<string[]>`unit_path(${media.unitId})`,
      createdById: media.createdBy,
      createdByName: users.name,
      createdAt: sql<string>`(SELECT ${siteTime(media.createdAt)} FROM sites ORDER BY sites.id LIMIT 1)`,
      /** Where it stands in the list: the time that is shown has no milliseconds. */
      position: sql<string>`${media.createdAt}::text`,
      isPublic: media.public,
      uses: sql<number>`(SELECT count(DISTINCT r.article_id)::int FROM media_references m JOIN article_revisions r ON r.id = m.revision_id
        WHERE m.media_id = ${media.id})`,
    })
    .from(media)
    .leftJoin(users, eq(users.id, media.createdBy))
    .$dynamic()
}

export type ItemRow = Awaited<ReturnType<typeof selectItems>>[number]

/** The file as the desk has it. `addressOf` signs addresses: pictures of drafts are open to nobody else. */
export function toItem(row: ItemRow, addressOf: AddressOf): MediaItem {
  const { rev, variants, position: _, unitId, unitName, createdById, createdByName, ...item } = row
  const shown = shownMediaOf({ ...item, rev, variants } as StoredFile, addressOf)
  const file = addressOf(mediaPath(row.id, rev, row.kind === 'picture' ? 'original' : fileNameOf(row.type)))
  return {
    ...item,
    src: shown?.src ?? file,
    srcset: shown?.srcset ?? '',
    originalUrl: addressOf(mediaPath(row.id, rev, 'original')),
    unit: { id: unitId, name: unitName },
    createdBy: createdById === null ? null : { id: createdById, name: createdByName ?? '' },
  }
}
