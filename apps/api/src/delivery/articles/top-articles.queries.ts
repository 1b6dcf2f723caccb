import type { topPeriods } from '@bantin/shared/analytics'
import type { DeliveryDb } from '../../db/client.ts'
import { firstRows } from '../first-rows.ts'
import { readRows, type Statement } from '../read-json.ts'
import { cardJson, site } from './article-json.ts'

/**
 * The days, today's included, stand in the text: of a range whose bounds come with the request PostgreSQL expects a share of the whole
 * table, and one plan cannot be right for a day and a month.
 */
function statementOf(days: number): Statement {
  // The ranks are made of what an index holds. Articles are looked up from the first on, until there are enough of them: joined as a whole,
  // all that were ever published would be read.
  const ranked = `SELECT r.article_id AS id, r.readers, r.views FROM (
      SELECT article_id, sum(readers::int) AS readers, sum(views::int) AS views FROM published.article_reads
      WHERE site_id = (SELECT id FROM ${site} s) AND day > published.today() - ${days} AND day <= published.today()
      GROUP BY article_id HAVING sum(readers::int) > 0 ORDER BY readers DESC, views DESC, article_id DESC
    ) r, LATERAL (
      SELECT FROM published.articles a
      WHERE a.id = r.article_id AND a.site_id = (SELECT id FROM ${site} s) AND a.format = 'news' AND a.listed OFFSET 0
    ) is_listed
    ORDER BY r.readers DESC, r.views DESC, r.article_id DESC`
  const text = `SELECT ${cardJson} AS json
    FROM (${firstRows(ranked, '$2')}) p JOIN published.articles a ON a.id = p.id CROSS JOIN ${site} s
    ORDER BY p.readers DESC, p.views DESC, p.id DESC`
  return { name: `top articles, days: ${days}`, text }
}

const statements: Record<(typeof topPeriods)[number], Statement> = {
  day: statementOf(1),
  week: statementOf(7),
  month: statementOf(30),
}

interface Asked {
  period: keyof typeof statements
  limit: number
}

/** The listed news that had the most readers, the most first, as the roll-ups have them: JSON texts of cards. */
export async function findTopArticles(db: DeliveryDb, baseUrl: string, { period, limit }: Asked): Promise<string[]> {
  const rows = await readRows<{ json: string }>(db, statements[period], [baseUrl, limit])
  return rows.map(({ json }) => json)
}
