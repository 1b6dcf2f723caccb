import { eq } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { media } from '../../db/schema/media.ts'
import type { ServedFile } from '../../lib/served-file.ts'

/** Undefined when there is none. */
export async function findServedFile(db: Db, id: string): Promise<ServedFile | undefined> {
  const { rev, kind, type, bytes, originalName, width, height, variants, rendering } = media
  const columns = { id: media.id, rev, kind, type, bytes, originalName, width, height, variants, rendering }
  const [row] = await db.select(columns).from(media).where(eq(media.id, id))
  return row
}
