import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { findSite } from '../db/find-site.ts'
import { articleSlugs } from '../db/schema/articles.ts'
import { homeSlots } from '../db/schema/home-slots.ts'
import { sites } from '../db/schema/sites.ts'
import { demoAlert, demoHome } from './content/front.ts'
import { idOf } from './keys.ts'

/** Sets what leads the home page, and the alert above all pages: whoever looks around sees that there is such a thing. */
export async function seedFront(tx: Db): Promise<void> {
  const slugs = await tx.select({ slug: articleSlugs.slug, id: articleSlugs.articleId }).from(articleSlugs)
  const ids = new Map(slugs.map(({ slug, id }) => [slug, id]))
  const { id: siteId, settings } = await findSite(tx)
  await tx.insert(homeSlots).values(demoHome.map((slug, position) => ({ siteId, position, articleId: idOf(ids, slug) })))
  const { level, text, article } = demoAlert
  const alert = { id: uuidv7(), version: 1, level, text, url: `/bai-viet/${article}`, from: null, until: null }
  await tx
    .update(sites)
    .set({ settings: { ...settings, alerts: [alert] } })
    .where(eq(sites.id, siteId))
}
