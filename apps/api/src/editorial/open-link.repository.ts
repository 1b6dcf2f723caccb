import { type Column, type SQL, sql } from 'drizzle-orm'
import { articles } from '../db/schema/articles.ts'

/**
 * Whether a link that was made at that time may open the article: not while it is held or removed since. What was taken off everything
 * we serve stays behind no forgotten link; a link that is made afterwards is made on purpose.
 */
export function isNotTakenDownSince(made: Column): SQL {
  return sql`(${made} > greatest(${articles.heldAt}, ${articles.removedAt})) IS NOT FALSE`
}
