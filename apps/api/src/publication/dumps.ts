import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { dumps } from '../db/schema/changes.ts'

/** The hour of the night at the site at which a dump is made. */
const hour = 2

/**
 * Whether there has to be another dump: none was made since last night in this epoch, or the one that was made may not be given out any
 * more, and an hour is over. On a day on which much is taken down, it would be made all day.
 */
export async function isDumpDue(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ due: boolean }>(sql`
    SELECT NOT EXISTS (
      SELECT FROM dumps d JOIN public_generation g ON g.epoch = d.epoch,
        (SELECT coalesce((SELECT time_zone FROM sites ORDER BY id LIMIT 1), 'UTC') AS zone) s
      WHERE d.made_at >= (date_trunc('day', now() AT TIME ZONE zone - make_interval(hours => ${hour})) + make_interval(hours => ${hour})) AT TIME ZONE zone
        AND (d.made_at > now() - interval '1 hour' OR EXISTS (SELECT FROM published.dumps p WHERE p.id = d.id))
    ) AS due`)
  return rows[0]?.due ?? true
}

/** The id of the dump that there is, whether or not it may be given out. */
export async function currentDump(db: Db): Promise<string | undefined> {
  const [row] = await db.select({ id: dumps.id }).from(dumps)
  return row?.id
}

/** What the job that makes dumps asks for. */
export function dumpsIn(db: Db) {
  return {
    isDue: () => isDumpDue(db),
    current: () => currentDump(db),
    keep: (dump: Parameters<typeof keepDump>[1]) => keepDump(db, dump),
  }
}

/** Has this dump take the place of the one before. */
async function keepDump(db: Db, dump: Omit<typeof dumps.$inferInsert, 'madeAt'>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(dumps)
    await tx.insert(dumps).values(dump)
  })
}
