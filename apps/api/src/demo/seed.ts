import type { Role } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import { createUser } from '../accounts/users/create-user.service.ts'
import type { MediaStore } from '../adapters/media-store.ts'
import { insertPastVisits } from '../analytics/past-visits.ts'
import type { Db } from '../db/client.ts'
import { findSite } from '../db/find-site.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { indexMissing } from '../publication/search/index-missing.ts'
import { demoAccounts, demoEmail } from './accounts.ts'
import { isEmpty } from './is-empty.ts'
import { idOf } from './keys.ts'
import { seedArticles } from './seed-articles.ts'
import { seedDrafts } from './seed-drafts.ts'
import { seedFront } from './seed-front.ts'
import { insertMedia, makeMedia } from './seed-media.ts'
import { seedOrganization } from './seed-organization.ts'
import { seedPortals } from './seed-portals.ts'

export interface DemoParts {
  db: Db
  mediaStore: MediaStore
  /** Of every demo account. */
  password: string
}

/**
 * Fills an empty database with the demo's province, accounts, articles and visits; answers whether it did. Of two at once one does.
 * What was begun and cut short leaves nothing behind but files: rows come in one transaction.
 */
export async function seedDemo({ db, mediaStore, password }: DemoParts): Promise<boolean> {
  if (!(await isEmpty(db))) return false
  const files = await makeMedia(mediaStore)
  return await db.transaction(async (tx) => {
    // Longer than a request may take: hundreds of statements on a slow disk.
    await tx.execute(sql`SET LOCAL statement_timeout = '60s'`)
    await tx.execute(sql`SET LOCAL lock_timeout = '60s'`)
    await tx.execute(sql`LOCK TABLE sites IN SHARE ROW EXCLUSIVE MODE`)
    if (!(await isEmpty(tx))) return false
    const site = await findSite(tx)
    const organization = await seedOrganization(tx, site)
    const people = await seedAccounts(tx, password)
    const media = await insertMedia(tx, site.rootUnitId as string, files)
    await seedDrafts(tx, { site, unitId: idOf(organization.units, 'van-phong-ubnd'), people })
    const articles = await seedArticles(tx, { site, organization, media, publisher: people.get('publisher') as ActingPerson })
    await seedFront(tx)
    await seedPortals(tx, site.id, people.get('admin')?.userId ?? null)
    await insertPastVisits(tx, { siteId: site.id, articles })
    // Within a minute it would be found anyway; whoever tries the demo searches sooner.
    await indexMissing(tx)
    return true
  })
}

/** Makes the accounts; answers who they are, as they act in the demo. */
async function seedAccounts(tx: Db, password: string): Promise<Map<Role, ActingPerson>> {
  const people = new Map<Role, ActingPerson>()
  for (const { role, name, unitSlug } of demoAccounts) {
    const userId = await createUser(tx, { email: demoEmail(role), name, password, role, ...(unitSlug && { unitSlug }) })
    people.set(role, { userId, name, grants: [{ role, unitId: null }], address: null })
  }
  return people
}
