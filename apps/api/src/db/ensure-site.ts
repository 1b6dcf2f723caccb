import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from './client.ts'
import { sites } from './schema/sites.ts'
import { unitNames, units } from './schema/units.ts'

/** Makes the site with its root unit when the database has none, so that an editor can begin. Two starts at once make one. */
export async function ensureSite(db: Db, { host, timeZone }: { host: string; timeZone: string }): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE sites IN SHARE ROW EXCLUSIVE MODE`)
    const existing = await tx.select({ id: sites.id }).from(sites).limit(1)
    if (existing.length > 0) return
    const rootUnitId = uuidv7()
    await tx.insert(units).values({ id: rootUnitId, slug: 'co-quan', kind: 'agency' })
    await tx.insert(unitNames).values({ id: uuidv7(), unitId: rootUnitId, name: 'Cơ quan', period: '(,)' })
    await tx.insert(sites).values({ id: uuidv7(), host, name: 'Cổng thông tin', rootUnitId, timeZone, locales: ['vi', 'en'] })
  })
}
