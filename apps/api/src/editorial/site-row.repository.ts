import { eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import type { SiteRow } from '../db/find-site.ts'
import { type SiteSettings, sites } from '../db/schema/sites.ts'

/** The site's row, locked against other changes until the transaction ends. What only refers to it goes on: articles are published. */
export async function lockSite(tx: Db, id: string): Promise<SiteRow> {
  const [site] = await tx.select().from(sites).where(eq(sites.id, id)).for('no key update')
  return site as SiteRow
}

/** What is undefined is taken out. */
export type ChangedSettings = { [Name in keyof SiteSettings]?: SiteSettings[Name] | undefined }

/** Puts a part of what the public pages say in the place of what is there, and the name, where one is given. The site is locked. */
export async function updateSiteSettings(tx: Db, { id, settings }: SiteRow, changed: ChangedSettings, name?: string): Promise<void> {
  const known = Object.entries({ ...settings, ...changed }).filter(([, value]) => value !== undefined)
  await tx
    .update(sites)
    .set({ settings: Object.fromEntries(known), ...(name === undefined ? {} : { name }) })
    .where(eq(sites.id, id))
}
