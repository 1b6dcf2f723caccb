import { addDays } from '@bantin/shared/days'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../apps/api/src/db/client.ts'
import { termsVersion } from '../../apps/api/src/publication/search/article-terms.ts'
import { fillFromReads, withoutIndexes } from './generated-roll-ups.ts'

/** What is read of a large province's sites: 50 million page views in ten years. Each figure follows from numbers, so it is the same each time. */
export const viewsPerDay = 13_700

/** So many are of articles, of which so many are read on a day; the first of them are the most read, as Zipf has it. */
const [viewsOfArticles, readPerDay] = [9600, 500]
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
  const today = await todayOf(db)
  await makeReads(db, today, days)
  await withoutIndexes(db, () => fillFromReads(db, siteId, today))
  await db.execute(sql`DROP TABLE reads`)
  await db.execute(sql`INSERT INTO stat_progress SELECT ${siteId}::uuid, ${today}::date - 1, now()
    ON CONFLICT (site_id) DO UPDATE SET closed_through = excluded.closed_through`)
}

/** How often each article was read on each day: half of what is read is of the last two weeks, half of anywhere, the newer the likelier. */
async function makeReads(db: Db, today: string, days: number): Promise<void> {
  const chance = sql`((hashint4(age * 1000 + place) & 1048575) / 1048576.0::float8)`
  // Ids are hashes: made for each article once.
  await db.execute(sql`
    CREATE UNLOGGED TABLE reads AS
    WITH filed AS MATERIALIZED (
      SELECT n, id AS article_id, ${unitId} AS unit_id, ${authorId} AS author_id, ${categoryId} AS category_id FROM ${numbered('article')}
    ), drawn AS (
      SELECT age, CASE WHEN place % 2 = 0 THEN newest - ${chance} ^ 2 * 14 * ${articlesPerDay}::int ELSE newest * sqrt(${chance}) END::int AS n,
        greatest(round(${viewsOfArticles}::int / ln(${readPerDay}::int) / place), 1)::int AS views
      FROM generate_series(1, ${days}::int) AS age, generate_series(1, ${readPerDay}::int) AS place,
        LATERAL (SELECT greatest(${counts.article - 1}::int - age * ${articlesPerDay}::int, 14 * ${articlesPerDay}::int) AS newest) AS back_then
    ), read AS (SELECT age, n, sum(views)::int AS views FROM drawn GROUP BY age, n)
    SELECT ${today}::date - age AS day, article_id, unit_id, author_id, category_id, n, views, (views + 2) / 3 AS visits,
      (views * 4 + 4) / 5 AS readers
    FROM read JOIN filed USING (n)`)
  // All pages that are no articles.
  await db.execute(sql`
    INSERT INTO reads SELECT ${today}::date - age, NULL, NULL, NULL, NULL, 0, views, (views + 2) / 3, 0
    FROM generate_series(1, ${days}::int) AS age, (SELECT ${viewsPerDay - viewsOfArticles}::int AS views) AS others`)
}

/** So many hits a day of the last so many days, today's first hours among them, in their partitions. Answers how many there are. */
export async function addRawHits(db: Db, siteId: string, { days, perDay }: { days: number; perDay: number }): Promise<number> {
  const today = await todayOf(db)
  for (let age = days; age >= 0; age -= 1) {
    const day = addDays(today, -age)
    // Today's are counted for the public counters: the same everywhere, since what is measured is what all other days cost.
    const count = age === 0 ? viewsPerDay : perDay
    await fillPartition(db, day, (partition) =>
      db.execute(sql`
        INSERT INTO ${partition} (local_day, id, at, local_hour, site_id, article_id, path, visit, visitor, referrer_host)
        SELECT ${day}::date, md5(${day} || n)::uuid, midnight + second * interval '1 second', second / 3600,
          ${siteId}::uuid, CASE WHEN n % 10 < 7 THEN ${idOf('article', `${counts.article - 1} - n * 7919 % 600`)} END,
          CASE WHEN n % 10 >= 7 THEN '/' END, n % 3 = 0, decode(md5('reader ' || n % 5000), 'hex'), CASE WHEN n % 3 = 0 THEN 'www.google.com' END
        FROM generate_series(1, ${count}::int) AS n, LATERAL (SELECT (n::bigint * 86399 / ${count}::int)::int AS second) AS clock,
          (SELECT ${day}::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS midnight) AS begun
        WHERE midnight + second * interval '1 second' < now()`),
    )
  }
  return (await db.execute<{ n: number }>(sql`SELECT count(*)::int AS n FROM hits`)).rows[0]?.n ?? 0
}

/** A day that has no partition yet gets its indexes when it is filled, and nothing of it is written to the server's log. */
async function fillPartition(db: Db, day: string, fill: (partition: SQL) => Promise<unknown>): Promise<void> {
  const name = `hits_${day.replaceAll('-', '')}`
  const partition = sql.raw(name)
  const { rows } = await db.execute<{ known: boolean }>(sql`SELECT to_regclass(${name}) IS NOT NULL AS known`)
  if (rows[0]?.known) return void (await fill(sql.raw('hits')))
  await db.execute(sql`CREATE UNLOGGED TABLE ${partition} (LIKE hits INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`)
  await fill(partition)
  await db.execute(sql`ALTER TABLE hits ATTACH PARTITION ${partition} FOR VALUES ${sql.raw(`FROM ('${day}') TO ('${addDays(day, 1)}')`)}`)
}

/** The site's local day. To be asked once: in a statement, PostgreSQL asks for it again for each row. */
export async function todayOf(db: Db): Promise<string> {
  const { rows } = await db.execute<{ today: string }>(sql`SELECT published.today()::text AS today`)
  return rows[0]?.today ?? ''
}
