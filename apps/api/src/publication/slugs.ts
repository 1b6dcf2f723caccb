import { slugCandidate } from '@bantin/shared/slug'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { articleSlugs } from '../db/schema/articles.ts'
import { together } from '../db/together.ts'
import type { ArticleRow } from './article.ts'

/** Different titles can fold to the same slug; the later one gets a number. Two at once: the primary key makes one wait and try the next. */
export async function giveSlug(tx: Db, article: ArticleRow, title: string): Promise<string> {
  const slug = slugCandidate(title, 1)
  if (await takeSlug(tx, { article, slug })) return slug
  const used = await slugsLike(tx, article, slug)
  for (let n = 2; ; n++) {
    const numbered = slugCandidate(title, n)
    if (!used.has(numbered) && (await takeSlug(tx, { article, slug: numbered }))) return numbered
  }
}

/** An address without a word of the title. Every earlier one leads nowhere from now on, because its words are to be forgotten. */
export async function replaceSlugs(tx: Db, { id, siteId }: ArticleRow): Promise<string> {
  // Of the id's random part: its beginning is the time, which others share.
  const slug = `bai-viet-${id.slice(-12)}`
  await tx.delete(articleSlugs).where(eq(articleSlugs.articleId, id))
  await tx.insert(articleSlugs).values({ siteId, slug, articleId: id, current: true })
  return slug
}

/** Whether the article has it now. */
const takeSlug = together(async (tx, wanted: { article: ArticleRow; slug: string }[]): Promise<boolean[]> => {
  const rows = wanted.map(({ article: { id, siteId }, slug }) => ({ siteId, slug, articleId: id, current: true }))
  const given = await tx.insert(articleSlugs).values(rows).onConflictDoNothing().returning({ articleId: articleSlugs.articleId })
  const takers = new Set(given.map(({ articleId }) => articleId))
  return wanted.map(({ article }) => takers.has(article.id))
})

/** Only asked when the plain slug is taken: no index helps it. */
async function slugsLike(tx: Db, { siteId }: ArticleRow, slug: string): Promise<Set<string>> {
  const rows = await tx
    .select({ slug: articleSlugs.slug })
    .from(articleSlugs)
    .where(and(eq(articleSlugs.siteId, siteId), sql`${articleSlugs.slug} ~ ${`^${slug}-[0-9]+$`}`))
  return new Set(rows.map((row) => row.slug))
}
