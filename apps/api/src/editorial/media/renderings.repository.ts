import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { media } from '../../db/schema/media.ts'

/** A picture that waits for its renderings. */
export type WaitingPicture = Pick<typeof media.$inferSelect, 'id' | 'crop' | 'focalPoint' | 'rev' | 'variants' | 'version'> & {
  width: number
  height: number
}

/** Undefined when it is gone, or waits for nothing. */
export async function findWaiting(db: Db, id: string): Promise<WaitingPicture | undefined> {
  const { width, height, crop, focalPoint, rev, variants, version } = media
  const columns = { id: media.id, width, height, crop, focalPoint, rev, variants, version }
  const [row] = await db.select(columns).from(media).where(isWaiting(id))
  return row && row.width !== null && row.height !== null ? { ...row, width: row.width, height: row.height } : undefined
}

/** Notes what was made of the picture as it was read. False when crop or focal point were changed since, or the picture is gone. */
export async function keepRenderings(
  tx: Db,
  made: WaitingPicture,
  kept: Pick<typeof media.$inferSelect, 'rev' | 'variants' | 'color'>,
): Promise<boolean> {
  const { rowCount } = await tx
    .update(media)
    .set({ ...kept, rendering: 'ready' })
    .where(isAsRead(made))
  return rowCount === 1
}

/** Notes that the picture as it was read cannot be rendered; what was made of it before stays. False likewise: then another job waits. */
export async function markFailed(tx: Db, picture: WaitingPicture): Promise<boolean> {
  const { rowCount } = await tx.update(media).set({ rendering: 'failed' }).where(isAsRead(picture))
  return rowCount === 1
}

function isAsRead({ id, rev, crop, focalPoint }: WaitingPicture) {
  const sameCrop = sql`${media.crop} IS NOT DISTINCT FROM ${asJson(crop)}`
  const sameFocalPoint = sql`${media.focalPoint} IS NOT DISTINCT FROM ${asJson(focalPoint)}`
  return and(isWaiting(id), eq(media.rev, rev), sameCrop, sameFocalPoint)
}

function isWaiting(id: string) {
  return and(eq(media.id, id), eq(media.rendering, 'waiting'))
}

function asJson(value: object | null) {
  return sql`${value === null ? null : JSON.stringify(value)}::jsonb`
}
