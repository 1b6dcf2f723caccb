import { addDays } from '@bantin/shared/days'
import { type SQL, sql } from 'drizzle-orm'
import { makePartitions } from '../../apps/api/src/analytics/partitions.repository.ts'
import type { Db } from '../../apps/api/src/db/client.ts'
import { termsVersion } from '../../apps/api/src/publication/search/article-terms.ts'
import { fillFromReads, withoutIndexes } from './generated-roll-ups.ts'

/** What is read of a large province's sites: 50 million page views in ten years. Each figure follows from numbers, so it is the same each time. */
export const viewsPerDay = 13_700

/** So many are of articles, of which so many are read on a day; the first of them are the most read, as Zipf has it. */
const [viewsOfArticles, readPerDay] = [9600, 700]
const counts = { article: 150_000, unit: 100, author: 300, category: 40 }
const articlesPerDay = 41

/** The same id for the same number in every database. */
const idOf = (kind: keyof typeof counts, number: string) => sql.raw(`md5('${kind} ' || (${number}))::uuid`)

const numbered = (kind: keyof typeof counts) =>
  sql`(SELECT n, ${idOf(kind, 'n')} AS id FROM generate_series(0, ${counts[kind] - 1}::int) AS n) AS numbered`

// An author belongs to one unit and writes for three categories.
const [unitId, authorId, categoryId]: [SQL, SQL, SQL] = [
  idOf('unit', 'n % 300 % 100'),
  idOf('author', 'n % 300'),
  idOf('category', '(n % 300 + n / 300 % 3 * 13) % 40'),
]

/** Units, authors, categories and published articles, of which nothing is there but what panels and lists show. */
export async function addArchive(db: Db, siteId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL statement_timeout = 0`)
    await tx.execute(sql`INSERT INTO units (id, slug, kind) SELECT id, 'don-vi-' || n, 'department' FROM ${numbered('unit')}`)
    await tx.execute(sql`
      INSERT INTO unit_names (id, unit_id, name, period) SELECT id, id, 'Sở Nội vụ ' || n, '(,)' FROM ${numbered('unit')}`)
    await tx.execute(sql`
      INSERT INTO authors (id, slug, display_name, kind) SELECT id, 'tac-gia-' || n, 'Nguyễn Minh ' || n, 'person' FROM ${numbered('author')}`)
    await tx.execute(sql`
      INSERT INTO categories (id, site_id, slug, name)
      SELECT id, ${siteId}::uuid, 'muc-' || n, 'Chuyên mục ' || n FROM ${numbered('category')}`)
    await tx.execute(sql`
      INSERT INTO published.articles (id, site_id, unit_id, edition, edition_kind, hash, format, locale, translation_group, slug, title,
        body, body_html, first_published_at, published_at, updated_at, listed)
      SELECT id, ${siteId}::uuid, ${unitId}, 1, 'minor', md5(n::text), 'news', 'vi', id, 'bai-' || n, 'Hội nghị tổng kết phong trào ' || n,
        '{"type":"doc","content":[]}', '<p></p>', at, at, at, true
      FROM ${numbered('article')},
        LATERAL (SELECT date_trunc('second', now()) - (${counts.article}::int - n) * interval '35 minutes' AS at) AS clock`)
    // None is searched for; the application would find those that have none, and be at them while it is measured.
    await tx.execute(sql`
      INSERT INTO published.article_terms (article_id, site_id, format, listed, published_at, title, head, body, version)
      SELECT id, site_id, format, listed, published_at, '', '', '', ${termsVersion}::smallint FROM published.articles`)
  })
}

/** Fills the roll-ups of so many days up to yesterday, of their months and of the total, as hits would have. */
export async function fillRollUps(db: Db, siteId: string, days: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL statement_timeout = 0`)
    await tx.execute(sql`SET LOCAL work_mem = '512MB'`)
    await tx.execute(sql`SET LOCAL maintenance_work_mem = '1GB'`)
    await makeReads(tx, days)
    await withoutIndexes(tx, () => fillFromReads(tx, siteId))
    await tx.execute(sql`INSERT INTO stat_progress SELECT ${siteId}::uuid, published.today() - 1, now()
      ON CONFLICT (site_id) DO UPDATE SET closed_through = excluded.closed_through`)
  })
}

/** How often each article was read on each day: half of what is read is of the last two weeks, half of anywhere, the newer the likelier. */
async function makeReads(tx: Db, days: number): Promise<void> {
  const chance = sql`((hashint4(age * 1000 + place) & 1048575) / 1048576.0)`
  await tx.execute(sql`
    CREATE TEMPORARY TABLE reads ON COMMIT DROP AS
    SELECT published.today() - age AS day, n, ${idOf('article', 'n')} AS article_id, ${unitId} AS unit_id, ${authorId} AS author_id,
      ${categoryId} AS category_id, views, (views + 2) / 3 AS visits, (views * 4 + 4) / 5 AS readers
    FROM (
      SELECT age, n, sum(views)::int AS views FROM (
        SELECT age, CASE WHEN place % 2 = 0 THEN newest - ${chance} ^ 2 * 14 * ${articlesPerDay}::int ELSE newest * sqrt(${chance}) END::int AS n,
          greatest(round(${viewsOfArticles}::int / ln(${readPerDay}::int) / place), 1) AS views
        FROM generate_series(1, ${days}::int) AS age, generate_series(1, ${readPerDay}::int) AS place,
          LATERAL (SELECT greatest(${counts.article - 1}::int - age * ${articlesPerDay}::int, 14 * ${articlesPerDay}::int) AS newest) AS back_then
      ) AS drawn GROUP BY age, n
    ) AS read`)
  // All pages that are no articles.
  await tx.execute(sql`
    INSERT INTO reads SELECT published.today() - age, 0, NULL, NULL, NULL, NULL, views, (views + 2) / 3, 0
    FROM generate_series(1, ${days}::int) AS age, (SELECT ${viewsPerDay - viewsOfArticles}::int AS views) AS others`)
}

/** So many hits a day of the last so many days, today's first hours among them, in their partitions. Answers how many there are. */
export async function addRawHits(db: Db, siteId: string, { days, perDay }: { days: number; perDay: number }): Promise<number> {
  const { rows } = await db.execute<{ today: string }>(sql`SELECT published.today()::text AS today`)
  const today = rows[0]?.today ?? ''
  await makePartitions(db, addDays(today, -days))
  for (let age = days; age >= 0; age -= 1) {
    const day = addDays(today, -age)
    await db.execute(sql`
      INSERT INTO hits (local_day, id, at, local_hour, site_id, article_id, path, visit, visitor, referrer_host)
      SELECT ${day}::date, md5(${day} || n)::uuid, (${day}::date + second * interval '1 second') AT TIME ZONE 'Asia/Ho_Chi_Minh', second / 3600,
        ${siteId}::uuid, CASE WHEN n % 10 < 7 THEN ${idOf('article', `${counts.article - 1} - n * 7919 % 600`)} END,
        CASE WHEN n % 10 >= 7 THEN '/' END, n % 3 = 0, decode(md5('reader ' || n % 5000), 'hex'), CASE WHEN n % 3 = 0 THEN 'www.google.com' END
      FROM generate_series(1, ${perDay}::int) AS n, LATERAL (SELECT (n::bigint * 86399 / ${perDay}::int)::int AS second) AS clock
      WHERE (${day}::date + second * interval '1 second') AT TIME ZONE 'Asia/Ho_Chi_Minh' < now()`)
  }
  return (await db.execute<{ n: number }>(sql`SELECT count(*)::int AS n FROM hits`)).rows[0]?.n ?? 0
}
