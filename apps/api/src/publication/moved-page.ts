import { eq, inArray, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { findSite } from '../db/find-site.ts'
import { redirects } from '../db/schema/redirects.ts'
import type { SlugPage } from '../lib/own-addresses.ts'

interface Moved {
  page: Extract<SlugPage, 'don-vi' | 'nguoi' | 'tac-gia'>
  /** The slugs of before and from now on. */
  from: string
  to: string
  movedBy: string | null
}

const languages = ['', '/en']

/** Leads on from the address that a page had, in each language, and from those before it, by one step. */
export async function leadOnFrom(tx: Db, { page, from, to, movedBy }: Moved): Promise<void> {
  const { id: siteId } = await findSite(tx)
  await forgetFormer(tx, page, to)
  for (const language of languages) {
    const [before, after] = [from, to].map((slug) => `${language}/${page}/${slug}`) as [string, string]
    await tx
      .update(redirects)
      .set({ url: after, version: sql`${redirects.version} + 1` })
      .where(eq(redirects.url, before))
    await tx.insert(redirects).values({ id: uuidv7(), siteId, fromPathQuery: before, url: after, createdBy: movedBy })
  }
}

/** Takes away what leads on from the address: a page stands there now, or what it led to is gone. */
export async function forgetFormer(tx: Db, page: Moved['page'], slug: string): Promise<void> {
  await tx.delete(redirects).where(inArray(redirects.fromPathQuery, addresses(page, slug)))
}

/** Takes away what leads to the address: nothing stands there any more. */
export async function forgetWaysTo(tx: Db, page: Moved['page'], slug: string): Promise<void> {
  await tx.delete(redirects).where(inArray(redirects.url, addresses(page, slug)))
}

/** Where readers of the address are led; undefined where nothing leads on from it. */
export async function findWayFrom(tx: Db, page: Moved['page'], slug: string): Promise<string | undefined> {
  const [way] = await tx
    .select({ url: redirects.url })
    .from(redirects)
    .where(inArray(redirects.fromPathQuery, addresses(page, slug)))
    .limit(1)
  return way && (way.url ?? '')
}

function addresses(page: Moved['page'], slug: string): string[] {
  return languages.map((language) => `${language}/${page}/${slug}`)
}
