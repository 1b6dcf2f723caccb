import type { SearchedWords } from '@bantin/shared/searches'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

interface Asked {
  siteId: string
  from: string
  to: string
  nothingFound: boolean | undefined
  /** How often, and what words: where the page before ended. */
  after: string[] | undefined
  limit: number
}

/** What was searched for between the two days, both included, the most wanted first. */
export async function findSearches(db: Db, { siteId, from, to, nothingFound, after, limit }: Asked): Promise<SearchedWords[]> {
  const { rows } = await db.execute<SearchedWords & Record<string, unknown>>(sql`
    SELECT words, searches, results, "lastSearchedOn" FROM (
      SELECT words, sum(searches)::int AS searches, (array_agg(results ORDER BY day DESC))[1] AS results, max(day)::text AS "lastSearchedOn"
      FROM search_days WHERE site_id = ${siteId} AND day BETWEEN ${from}::date AND ${to}::date GROUP BY words
    ) AS asked
    WHERE ${foundNothing(nothingFound)} AND ${isBehind(after)} ORDER BY searches DESC, words LIMIT ${limit}`)
  return rows
}

function foundNothing(wanted: boolean | undefined): SQL {
  return wanted === undefined ? sql`true` : sql`(results = 0) = ${wanted}`
}

function isBehind(after: string[] | undefined): SQL {
  return after === undefined ? sql`true` : sql`(-searches, words) > (-${after[0]}::int, ${after[1]})`
}
