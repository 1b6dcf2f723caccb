import { placesOf } from '@bantin/shared/search/abbreviations'
import { searchQueries } from '@bantin/shared/search/query'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { abbreviations } from '../../db/schema/search.ts'
import { readSearch } from '../../lib/read-search.ts'

/**
 * Whether the newest revision has what `q` asks for, as the public search reads it; however its letters are marked. What asks for nothing
 * is nowhere. Throws `invalid_request` for more words than are taken.
 */
export async function hasWords(db: Db, q: string): Promise<SQL> {
  const { wanted, unwanted } = readSearch(q)
  const known = await db.select({ short: abbreviations.short, long: abbreviations.long }).from(abbreviations)
  const queries = searchQueries(placesOf(wanted, known), unwanted, 'folded')
  if (!queries) return sql`false`
  return sql`EXISTS (SELECT FROM draft_terms t WHERE t.article_id = ${articles.id} AND t.terms @@ ${queries.all}::tsquery)`
}
