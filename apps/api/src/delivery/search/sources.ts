import { periodsBack } from '@bantin/shared/search/periods'
import type { Place } from '../statement-values.ts'
import type { Linked } from './linked.queries.ts'

/** The vectors of an article: of what stands first, and of all. */
export type Column = 'head' | 'body'

/** What is looked for among rows `l` of `published.article_terms`. */
export interface Source {
  /** The text of a `tsquery`, and of one that the whole text matches besides; undefined where no words are looked for. */
  words?: { column: Column; query: string; inText?: string | undefined }
  conditions(place: Place): string[]
}

/** How a source is read. */
export interface Reading {
  columns: string
  /** Besides those of the source. */
  conditions: string[]
  limit: number
  within: Within
  isAscending?: boolean
}

/** Where everything is that the filters let through. */
export interface Within {
  newest: Date
  oldest?: Date | undefined
  linked?: Linked | undefined
}

/** So few are looked at one by one, whatever words they have. */
const fewLinked = 2000
/** Whoever wants more is told of longer periods too. */
const mostOfFew = 1000

/**
 * SQL of the newest rows, or of the oldest ones, in their order. Words are looked for in one period after the other until there are enough:
 * how common words are together no statistics tell, and a plan that believes them reads all that have them, or all that there are.
 */
export function sourceText({ words, conditions }: Source, reading: Reading, place: Place): string {
  const { columns, limit, isAscending = false } = reading
  const { newest, oldest, linked } = reading.within
  const direction = isAscending ? 'ASC' : 'DESC'
  const rows = (...first: string[]) => `SELECT ${columns} FROM published.article_terms l
    WHERE ${[...first, ...conditions(place), ...reading.conditions].join(' AND ')}
    ORDER BY l.published_at ${direction}, l.article_id ${direction} LIMIT ${limit}`
  const ids = linked && `${place(linked.ids)}::uuid[]`
  if (linked && linked.count <= fewLinked) {
    const asked = asTexts(words).map(([column, query]) => `l.${column} @@ ${place(query)}::tsquery`)
    return rows(`l.article_id = ANY(${ids})`, ...asked)
  }
  // So it stays one look into a table in memory for each row.
  const among = ids ? [`(l.article_id IN (SELECT unnest(${ids}))) IS TRUE`] : []
  if (!words) return rows(...among)
  const periods = periodsBack(newest, { until: oldest, many: isAscending || limit > mostOfFew })
  if (isAscending) periods.reverse()
  const [queries, ends] = [periods.map(({ query }) => query), periods.map(({ before }) => before.toISOString())]
  const inPeriod = asTexts(words).map(([column, query]) => `l.${column} @@ (${place(query)}::tsquery && p.period)`)
  return `SELECT l.* FROM unnest(${place(queries)}::tsquery[], ${place(ends)}::timestamptz[]) p (period, before)
    CROSS JOIN LATERAL (${rows(...inPeriod, 'l.published_at < p.before', ...among)}) l LIMIT ${limit}`
}

/** Both are asked of their index: to look into the texts of whatever has the words, each would have to be fetched. */
function asTexts(words: Source['words']): [Column, string][] {
  if (!words) return []
  return [[words.column, words.query], ...(words.inText === undefined ? [] : [['body', words.inText] satisfies [Column, string]])]
}
