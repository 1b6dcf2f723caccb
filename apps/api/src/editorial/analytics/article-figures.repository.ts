import type { ArticleFigures, ArticlesPanel, Figures } from '@bantin/shared/analytics-panels'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { totalStartsOn } from '../../db/schema/stats.ts'
import type { Span } from './cover.ts'
import type { Asked } from './panels.repository.ts'
import { figureSums, matches, rowsIn } from './stat-rows.columns.ts'

type Row = { id: string; title: string; path: string | null; publishedAt: string | null } & Figures
export type ReadArticle = ArticlesPanel['data'][number]

/** The most read articles of the spans by readers, in their order, called as their last edition was. With the total among the spans there is no filter. */
export async function findArticles(db: Db, asked: Asked, limit: number, publicUrl: string): Promise<ReadArticle[]> {
  const { rows } = await db.execute<Row>(sql`
    SELECT of.id, coalesce(r.title, '') AS title, '/bai-viet/' || p.slug AS path,
      published.site_time(p.published_at, (SELECT time_zone FROM sites WHERE id = ${asked.siteId}::uuid)) AS "publishedAt",
      of.views, of.visits, of.readers
    FROM (${mostRead(asked, limit)}) AS of
      LEFT JOIN published.articles p ON p.id = of.id
      LEFT JOIN articles a ON a.id = of.id
      LEFT JOIN article_revisions r ON r.id = a.published_revision_id
    ORDER BY of.readers DESC, of.id`)
  return rows.map(({ id, title, path, publishedAt, ...figures }) => ({
    article: { id, title, url: path === null ? null : publicUrl + path, publishedAt },
    ...figures,
  }))
}

/** Ranked by readers alone, which takes half the time that all figures of all articles would; then figures of those few. */
function mostRead(asked: Asked, limit: number): SQL {
  const { siteId, filter, spans } = asked
  const hasTotal = spans.some(({ period }) => period === 'total')
  const isOfIt = sql`s.article_id = most.id AND s.site_id = ${siteId}::uuid AND ${matches(filter)}`
  return sql`
    SELECT most.id, figures.* FROM (${hasTotal ? rankedWithTotal(asked, limit) : ranked(asked, limit)}) AS most,
      LATERAL (SELECT ${figureSums} FROM ${rowsIn('stat_articles', spans, isOfIt)}) AS figures`
}

function ranked(asked: Asked, limit: number): SQL {
  return sql`SELECT id FROM (${readersOf(asked)}) AS read ORDER BY readers DESC, id LIMIT ${limit}`
}

/** Readers of each article. They are summed up as what they are, small numbers: sums of large ones take twice as long. */
function readersOf({ siteId, filter, spans }: Asked): SQL {
  const isAsked = sql`s.site_id = ${siteId}::uuid AND s.article_id IS NOT NULL AND ${matches(filter)}`
  return sql`
    SELECT s.article_id AS id, sum(s.readers::int) AS readers FROM ${rowsIn('stat_articles', spans, isAsked)} GROUP BY s.article_id`
}

/** So many more than are asked for are taken from the total's head, so that few others can come near. */
const ahead = 1000

/**
 * The total is read from its most read on, and no further: whoever is not among its first has at most as many readers there as the last of
 * them. Of those that were read lately only who could still reach the list with so many is looked up.
 */
function rankedWithTotal(asked: Asked, limit: number): SQL {
  const { siteId, spans } = asked
  const lately = spans.filter(({ period }) => period !== 'total')
  const ofTotal = sql`t.site_id = ${siteId}::uuid AND t.period = 'total' AND t.starts_on = ${totalStartsOn}::date`
  const taken = limit + ahead
  return sql`
    WITH lately AS (${lately.length > 0 ? readersOf({ ...asked, spans: lately }) : sql`SELECT NULL::uuid AS id, 0::bigint AS readers WHERE false`}
    ), first AS MATERIALIZED (
      SELECT t.article_id AS id, t.readers FROM stat_articles t WHERE ${ofTotal} AND t.article_id IS NOT NULL
      ORDER BY t.readers DESC, t.article_id LIMIT ${taken}
    ), known AS MATERIALIZED (
      SELECT id, coalesce(first.readers, 0) + coalesce(lately.readers, 0) AS readers, first.id IS NOT NULL AS is_whole
      FROM first FULL JOIN lately USING (id)
    ), bounds AS (
      SELECT (SELECT CASE WHEN count(*) = ${taken} THEN min(readers) ELSE 0 END FROM first) AS most_of_others,
        coalesce((SELECT readers FROM known ORDER BY readers DESC OFFSET ${limit - 1} LIMIT 1), 0) AS needed
    )
    SELECT id FROM (
      SELECT id, readers + CASE WHEN is_whole THEN 0 ELSE
          coalesce((SELECT t.readers FROM stat_articles t WHERE t.article_id = known.id AND ${ofTotal}), 0) END AS readers
      FROM known, bounds WHERE is_whole OR readers + most_of_others >= needed
    ) AS near ORDER BY readers DESC, id LIMIT ${limit}`
}

/** Figures of all pages that are no articles. They belong to no unit, author or category. */
export async function findOtherPages(db: Db, { siteId, filter, spans }: Asked): Promise<Figures> {
  const { rows } = await db.execute<Figures & Record<string, unknown>>(sql`
    SELECT ${figureSums}
    FROM ${rowsIn('stat_articles', spans, sql`s.site_id = ${siteId}::uuid AND s.article_id IS NULL AND ${matches(filter)}`)}`)
  return rows[0] as Figures
}

/** Figures of each of the articles over the spans, in the order asked for. */
export async function findFiguresOf(db: Db, siteId: string, ids: string[], spans: Span[]): Promise<ArticleFigures['data']> {
  const { rows } = await db.execute<ArticleFigures['data'][number]>(sql`
    SELECT given.id, coalesce(of.views, 0) AS views, coalesce(of.visits, 0) AS visits, coalesce(of.readers, 0) AS readers
    FROM unnest(${sql.param(ids)}::uuid[]) WITH ORDINALITY AS given (id, place) LEFT JOIN LATERAL (
      SELECT ${figureSums} FROM ${rowsIn('stat_articles', spans, sql`s.article_id = given.id AND s.site_id = ${siteId}::uuid`)}) AS of ON true
    ORDER BY given.place`)
  return rows
}
