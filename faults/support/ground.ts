import { sql } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../../apps/api/src/db/client.ts'
import { ensureSite } from '../../apps/api/src/db/ensure-site.ts'
import { findSite } from '../../apps/api/src/db/find-site.ts'
import { createTestDatabase } from '../../apps/api/test/test-database.ts'

export interface Ground {
  url: string
  db: Database['db']
  siteId: string
  unitId: string
  /** What a query gives. */
  rows<T extends Record<string, unknown>>(query: string): Promise<T[]>
}

/** A migrated database of the test's own, with a site, on which several processes may work. */
export async function prepareGround(): Promise<Ground> {
  const own = await createTestDatabase()
  onTestFinished(() => own.drop())
  return await openGround(own.url)
}

/** The same in a migrated database that is there. */
export async function openGround(url: string): Promise<Ground> {
  // As for the other tests: three hundred thousand rows are read here on a machine that has the rest of them to do.
  const database = await openDatabase({ url, onError: () => undefined, patience: 8 })
  onTestFinished(() => database.close())
  const { db } = database
  await ensureSite(db, { host: 'localhost', timeZone: 'Asia/Ho_Chi_Minh' })
  const { id: siteId, rootUnitId } = await findSite(db)
  if (rootUnitId === null) throw new Error('a new site without its root unit')
  return {
    url,
    db,
    siteId,
    unitId: rootUnitId,
    rows: async <T extends Record<string, unknown>>(query: string) => (await db.execute(sql.raw(query))).rows as T[],
  }
}
