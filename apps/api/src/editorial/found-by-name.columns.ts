import { foldedWords } from '@bantin/shared/search/words'
import { type SQL, sql } from 'drizzle-orm'

/** Whether a unit, somebody or an author has all words of a search in one name, with or without diacritics. `id` is the column of its id. */
export function isFoundByName(kind: 'unit' | 'person' | 'author', id: SQL, q: string): SQL {
  const words = foldedWords(q)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  if (words.length === 0) return sql`false`
  return sql`EXISTS (SELECT FROM published.names f WHERE f.kind = ${kind} AND f.entity_id = ${id} AND f.folded LIKE ALL (${sql.param(words)}::text[]))`
}
