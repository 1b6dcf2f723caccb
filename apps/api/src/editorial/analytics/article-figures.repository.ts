import type { ArticleFigures, ArticlesPanel, Figures } from '@bantin/shared/analytics-panels'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { totalStartsOn } from '../../db/schema/stats.ts'
import type { Span } from './cover.ts'
import type { Asked } from './panels.repository.ts'
import { figureSums, isInSpan, matches, spansOf } from './stat-rows.columns.ts'

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

function mostRead({ siteId, filter, spans }: Asked, limit: number): SQL {
  const total = spans.find(({ period }) => period === 'total')
  const others = spans.filter((span) => span !== total)
  const read = (of: Span[]) => sql`
    SELECT s.article_id AS id, ${figureSums} FROM ${spansOf(of)}, stat_articles s
    WHERE s.site_id = ${siteId}::uuid AND ${isInSpan} AND s.article_id IS NOT NULL AND ${matches(filter)} GROUP BY s.article_id`
  if (!total) return sql`${read(spans)} ORDER BY readers DESC, id LIMIT ${limit}`
  return sql`
    WITH lately AS (${others.length > 0 ? read(others) : sql`SELECT NULL::uuid AS id, 0::bigint AS views, 0::bigint AS visits, 0::bigint AS readers WHERE false`}
    ), before AS (${mostReadBefore(siteId, limit)}
    ), known AS (SELECT id FROM lately UNION SELECT id FROM before)
    SELECT id, coalesce(t.views, 0) + coalesce(l.views, 0) AS views, coalesce(t.visits, 0) + coalesce(l.visits, 0) AS visits,
      coalesce(t.readers, 0) + coalesce(l.readers, 0) AS readers
    FROM known LEFT JOIN lately l USING (id)
      LEFT JOIN stat_articles t ON t.article_id = id AND t.period = 'total' AND t.site_id = ${siteId}::uuid
    ORDER BY readers DESC, id LIMIT ${limit}`
}

/** Whoever is not among them and was not read since has fewer readers than all of them: no other row is looked at. */
function mostReadBefore(siteId: string, limit: number): SQL {
  return sql`
    SELECT s.article_id AS id FROM stat_articles s
    WHERE s.site_id = ${siteId}::uuid AND s.period = 'total' AND s.starts_on = ${totalStartsOn}::date AND s.article_id IS NOT NULL
    ORDER BY s.readers DESC, s.article_id LIMIT ${limit}`
}

/** Figures of all pages that are no articles. They belong to no unit, author or category. */
export async function findOtherPages(db: Db, { siteId, filter, spans }: Asked): Promise<Figures> {
  const { rows } = await db.execute<Figures & Record<string, unknown>>(sql`
    SELECT ${figureSums} FROM ${spansOf(spans)}, stat_articles s
    WHERE s.site_id = ${siteId}::uuid AND ${isInSpan} AND s.article_id IS NULL AND ${matches(filter)}`)
  return rows[0] as Figures
}

/** Figures of each of the articles over the spans, in the order asked for. */
export async function findFiguresOf(db: Db, siteId: string, ids: string[], spans: Span[]): Promise<ArticleFigures['data']> {
  const { rows } = await db.execute<ArticleFigures['data'][number]>(sql`
    SELECT given.id, coalesce(of.views, 0) AS views, coalesce(of.visits, 0) AS visits, coalesce(of.readers, 0) AS readers
    FROM unnest(${sql.param(ids)}::uuid[]) WITH ORDINALITY AS given (id, place) LEFT JOIN LATERAL (
      SELECT ${figureSums} FROM ${spansOf(spans)}, stat_articles s
      WHERE s.article_id = given.id AND s.site_id = ${siteId}::uuid AND ${isInSpan}) AS of ON true
    ORDER BY given.place`)
  return rows
}
