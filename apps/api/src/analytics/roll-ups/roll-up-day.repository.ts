import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { classPatterns } from './referrer-classes.ts'

/** A local day of a site. */
export interface Bucket {
  siteId: string
  day: string
}

/** So many hosts of a day are kept by name; what leads here from all others is summed up. */
const namedHosts = 500

/**
 * Makes all roll-ups of a day anew from its hits and from what was imported for it, in one statement that sees one moment. A reader of
 * an article counts in the hour of the first view, so that hours add up to their day. To be called in a transaction that holds the
 * day's lock; twice gives the same rows.
 */
export async function rollUpDay(tx: Db, { siteId, day }: Bucket): Promise<void> {
  await deleteDay(tx, { siteId, day })
  await tx.execute(sql`
    WITH read AS MATERIALIZED (
      SELECT local_hour, article_id, visit, coalesce(referrer_host, '') AS host, coalesce(country, '') AS country,
        visitor IS NOT NULL AND article_id IS NOT NULL
          AND row_number() OVER (PARTITION BY article_id, visitor ORDER BY at, id) = 1 AS reader
      FROM hits WHERE local_day = ${day}::date AND site_id = ${siteId}::uuid
    ), imported AS (
      SELECT views, visits FROM imported_days WHERE local_day = ${day}::date AND site_id = ${siteId}::uuid
    ), filed AS MATERIALIZED (${filed(day)}
    ), hours AS MATERIALIZED (
      SELECT local_hour, article_id, count(*) AS views, count(*) FILTER (WHERE visit) AS visits, count(*) FILTER (WHERE reader) AS readers
      FROM read GROUP BY local_hour, article_id
    ), counted AS MATERIALIZED (
      SELECT hours.*, unit_id, author_id, category_id FROM hours LEFT JOIN filed USING (article_id)
      UNION ALL SELECT NULL, NULL, views, visits, 0, NULL, NULL, NULL FROM imported
    ), by_hour AS (
      INSERT INTO stat_hours SELECT ${siteId}::uuid, ${day}::date, local_hour, ${cut}, unit_id, author_id, category_id, ${sums}
      FROM counted WHERE local_hour IS NOT NULL GROUP BY GROUPING SETS (${alone('local_hour')})
    ), by_day AS (
      INSERT INTO stat_periods SELECT ${siteId}::uuid, 'day', day, ${cut}, unit_id, author_id, category_id, ${sums}
      FROM (SELECT ${day}::date AS day, * FROM counted) AS whole GROUP BY GROUPING SETS (${alone('day')}, (day, unit_id, author_id, category_id))
    ), by_article AS (
      INSERT INTO stat_articles SELECT ${siteId}::uuid, 'day', ${day}::date, article_id, unit_id, author_id, category_id, ${sums}
      FROM counted GROUP BY article_id, unit_id, author_id, category_id
    ), by_country AS (
      INSERT INTO stat_countries SELECT ${siteId}::uuid, 'day', ${day}::date, country, sum(visits) FROM (
        SELECT country, 1 AS visits FROM read WHERE visit UNION ALL SELECT '', visits FROM imported WHERE visits > 0
      ) AS came GROUP BY country
    ), ranked AS (
      SELECT host, row_number() OVER (ORDER BY count(*) DESC, host) AS place FROM read WHERE visit GROUP BY host
    ), came AS (
      SELECT CASE WHEN place <= ${namedHosts}::int THEN host ELSE '*' END AS host, ${classOfHost} AS class, article_id, 1 AS visits
      FROM read JOIN ranked USING (host) WHERE visit
      UNION ALL SELECT '', 'unknown', NULL, visits FROM imported WHERE visits > 0
    )
    INSERT INTO stat_referrers
    SELECT ${siteId}::uuid, 'day', ${day}::date, ${cut}, host, class, unit_id, author_id, category_id, sum(visits)
    FROM came LEFT JOIN filed USING (article_id)
    GROUP BY GROUPING SETS (${alone('host, class')})`)
}

async function deleteDay(tx: Db, { siteId, day }: Bucket): Promise<void> {
  await tx.execute(sql`DELETE FROM stat_hours WHERE site_id = ${siteId}::uuid AND local_day = ${day}::date AND ${anyCut}`)
  await tx.execute(sql`
    DELETE FROM stat_periods WHERE site_id = ${siteId}::uuid AND period = 'day' AND starts_on = ${day}::date AND ${anyCut}`)
  await tx.execute(sql`
    DELETE FROM stat_referrers WHERE site_id = ${siteId}::uuid AND period = 'day' AND starts_on = ${day}::date AND ${anyCut}`)
  for (const table of ['stat_articles', 'stat_countries']) {
    await tx.execute(sql`
      DELETE FROM ${sql.identifier(table)} WHERE site_id = ${siteId}::uuid AND period = 'day' AND starts_on = ${day}::date`)
  }
}

/** Says nothing but lets the index be used, which begins with site and cut. */
const anyCut = sql`cut IN ('site', 'unit', 'author', 'category', 'cell')`

/**
 * Under which unit, author and category each article that was read is filed: the unit that leads or else its owner, who stands first in
 * the byline, the first category. What was held or deleted stays where its last edition was; what is not there any more, where it counted
 * the last time.
 */
function filed(day: string): SQL {
  return sql`
      SELECT given.article_id, CASE WHEN p.id IS NOT NULL THEN coalesce(
            (SELECT u.unit_id FROM published.article_units u WHERE u.article_id = p.id AND u.role = 'lead' ORDER BY position LIMIT 1), p.unit_id)
          WHEN r.id IS NOT NULL THEN coalesce((SELECT (u ->> 'unitId')::uuid
            FROM jsonb_array_elements(r.units) WITH ORDINALITY AS of (u, place) WHERE u ->> 'role' = 'lead' ORDER BY place LIMIT 1), a.unit_id)
          ELSE coalesce(last.unit_id, a.unit_id) END AS unit_id,
        CASE WHEN p.id IS NOT NULL THEN
            (SELECT b.author_id FROM published.article_authors b WHERE b.article_id = p.id ORDER BY position LIMIT 1)
          WHEN r.id IS NOT NULL THEN (r.bylines -> 0 ->> 'authorId')::uuid ELSE last.author_id END AS author_id,
        CASE WHEN p.id IS NOT NULL THEN
            (SELECT c.category_id FROM published.article_categories c WHERE c.article_id = p.id ORDER BY position LIMIT 1)
          WHEN r.id IS NOT NULL THEN r.category_ids[1] ELSE last.category_id END AS category_id
      FROM (SELECT DISTINCT article_id FROM read WHERE article_id IS NOT NULL) AS given
        LEFT JOIN published.articles p ON p.id = given.article_id
        LEFT JOIN articles a ON a.id = given.article_id
        LEFT JOIN article_revisions r ON r.id = a.published_revision_id
        LEFT JOIN LATERAL (
          SELECT * FROM stat_articles s WHERE s.article_id = given.article_id AND s.period = 'day' AND s.starts_on < ${day}::date
          ORDER BY s.starts_on DESC LIMIT 1) AS last ON a.id IS NULL`
}

/** Which of the cuts a row of grouping sets is. */
const cut = sql.raw(`CASE GROUPING(unit_id, author_id, category_id)
        WHEN 7 THEN 'site' WHEN 3 THEN 'unit' WHEN 5 THEN 'author' WHEN 6 THEN 'category' ELSE 'cell' END`)

/** All cuts but that of what occurs together, by which no panel asks for hours or hosts. */
function alone(of: string): SQL {
  return sql.raw(`(${of}), (${of}, unit_id), (${of}, author_id), (${of}, category_id)`)
}

const sums = sql.raw('sum(views), sum(visits), sum(readers)')

const classOfHost = sql`CASE WHEN host = '' THEN 'direct' ${sql.join(
  classPatterns.map(([name, pattern]) => sql`WHEN host ~ ${pattern} THEN ${name}`),
  sql` `,
)} ELSE 'other' END`
