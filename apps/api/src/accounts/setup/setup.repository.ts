import type { PublishingPolicy } from '@bantin/shared/permissions'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'

/** Whether nobody has been made yet, in whatever way. */
export async function isSetupNeeded(db: Db): Promise<boolean> {
  const rows = await db.select({ id: sites.id }).from(sites).where(isNotSetUp()).limit(1)
  return rows.length > 0
}

/** Takes the first set-up for oneself, with what is decided then; the site's version, or undefined when somebody was first. */
export async function claimSetup(
  tx: Db,
  siteId: string,
  chosen: { name: string; publishingPolicy: PublishingPolicy },
): Promise<number | undefined> {
  const [row] = await tx
    .update(sites)
    .set({ ...chosen, setUpAt: sql`now()`, version: sql`${sites.version} + 1` })
    .where(and(eq(sites.id, siteId), isNotSetUp()))
    .returning({ version: sites.version })
  return row?.version
}

function isNotSetUp(): SQL | undefined {
  return and(isNull(sites.setUpAt), sql`NOT EXISTS (SELECT FROM ${users})`)
}
