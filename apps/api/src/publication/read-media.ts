import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { media } from '../db/schema/media.ts'
import { together } from '../db/together.ts'

const columns = {
  id: media.id,
  kind: media.kind,
  sha256: media.sha256,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
}

/** What is asked of a file before it is shown, and said of it in documents. */
export type MediaFacts = Pick<typeof media.$inferSelect, keyof typeof columns>

/** Those files of the ids that are there, by their ids. */
export async function readMedia(tx: Db, ids: string[]): Promise<Map<string, MediaFacts>> {
  return ids.length === 0 ? new Map() : await readFiles(tx, ids)
}

const readFiles = together(async (tx, asked: string[][]): Promise<Map<string, MediaFacts>[]> => {
  const ids = [...new Set(asked.flat())]
  const rows = await tx
    .select(columns)
    .from(media)
    .where(sql`${media.id} = ANY (${sql.param(ids)}::uuid[])`)
  const found = new Map(rows.map((row) => [row.id, row]))
  return asked.map(() => found)
})
