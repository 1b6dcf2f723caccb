import { and, inArray, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { media } from '../db/schema/media.ts'
import { people } from '../db/schema/people.ts'
import { publishedArticleMedia } from '../db/schema/published/articles.ts'
import { sites } from '../db/schema/sites.ts'
import { together } from '../db/together.ts'

// Not `${media.id}`: of a single table drizzle writes bare columns, and inside the brackets "id" is that of the site.
/** Whether a row of `media` is the logo of a site. */
export const isLogo = sql`EXISTS (SELECT FROM ${sites} s WHERE s.settings #>> '{logo,mediaId}' = ${media}.id::text)`

/** Whether a row of `media` is the photo of somebody who holds posts. */
export const isPhoto = sql`EXISTS (SELECT FROM ${people} p WHERE p.photo_media_id = ${media}.id)`

/**
 * A file is open to everyone exactly while something public shows it: an article, the head of the pages, or somebody's page. Rows are locked in id order, as
 * articles are, and no more than needed: whoever saves a text that shows the same file goes on.
 */
export async function openMedia(tx: Db, mediaIds: string[]): Promise<void> {
  if (mediaIds.length > 0) await openFiles(tx, mediaIds)
}

/** Locks the files in the order that everybody locks them in, until the transaction ends. */
async function lockMedia(tx: Db, mediaIds: string[]): Promise<void> {
  await tx.select({ id: media.id }).from(media).where(inArray(media.id, mediaIds)).orderBy(media.id).for('no key update')
}

const openFiles = together(async (tx, asked: string[][]): Promise<undefined[]> => {
  const mediaIds = [...new Set(asked.flat())]
  await lockMedia(tx, mediaIds)
  const shown = sql`(EXISTS (SELECT FROM ${publishedArticleMedia} m WHERE m.media_id = ${media.id}) OR ${isLogo} OR ${isPhoto})`
  await tx
    .update(media)
    .set({ public: shown })
    .where(and(inArray(media.id, mediaIds), sql`${media.public} <> ${shown}`))
  return []
})
