import { periodsBack } from '@bantin/shared/search/periods'
import type { Place } from '../statement-values.ts'

/** The vectors of an article: of what stands first, and of all. */
export type Column = 'head' | 'body'

/** What is looked for among rows `l` of `published.article_terms`. */
export interface Source {
  /** The text of a `tsquery`; undefined where no words are looked for. */
  words?: { column: Column; query: string }
  conditions(place: Place): string[]
}

export interface Reading {
  columns: string
  /** Besides those of the source. */
  conditions: string[]
  limit: number
  /** None is newer than this. */
  newest: Date
  isAscending?: boolean
}

/**
 * SQL of the newest rows, or of the oldest ones, in their order. Words are looked for in one period after the other until there are enough:
 * how common words are together no statistics tell, and a plan that believes them reads all that have them, or all that there are.
 */
export function sourceText({ words, conditions }: Source, reading: Reading, place: Place): string {
  const { columns, limit, newest, isAscending = false } = reading
  const direction = isAscending ? 'ASC' : 'DESC'
  const rows = (first: string[]) => `SELECT ${columns} FROM published.article_terms l
    WHERE ${[...first, ...conditions(place), ...reading.conditions].join(' AND ')}
    ORDER BY l.published_at ${direction}, l.article_id ${direction} LIMIT ${limit}`
  if (!words) return rows([])
  const periods = periodsBack(newest)
  const inPeriod = `l.${words.column} @@ (${place(words.query)}::tsquery && p.period)`
  return `SELECT l.* FROM unnest(${place(isAscending ? periods.reverse() : periods)}::tsquery[]) p (period)
    CROSS JOIN LATERAL (${rows([inPeriod])}) l LIMIT ${limit}`
}
