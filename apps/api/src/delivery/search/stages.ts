import { placesOf } from '@bantin/shared/search/abbreviations'
import { type ParsedQuery, type Piece, type SearchQueries, searchQueries, withoutQuery } from '@bantin/shared/search/query'
import type { Keys } from '@bantin/shared/search/words'
import type { Place } from '../statement-values.ts'
import { foldedText, type Named, type Vocabulary } from './vocabulary.queries.ts'

/** A part of what is found, over rows `l` of `published.article_terms`. What is in an earlier part is in no later one. */
export interface Stage {
  /** Cursors say by it where they go on: its place among the others changes with what the words may stand for. */
  name: string
  condition(place: Place): string
  /** By what its articles are ranked among themselves. */
  score(place: Place, asOf: string): string
  /** So many of the newest are ranked at a time. */
  window: number
}

// Vectors of heads are small; those of whole texts lie apart, and each has to be fetched.
const windows = { head: 2000, body: 300 }

type Column = 'head' | 'body'
type Part = (place: Place) => string

/**
 * Where a query has diacritics, what has the very same comes first. What stands in the head of an article comes before what only its text
 * has; between them come the articles of a unit or an author who is named.
 */
export function stagesOf(query: ParsedQuery, vocabulary: Vocabulary): Stage[] {
  const [first, ...others] = formsOf(query, vocabulary)
  if (!first) return []
  const parts: { name: string; part: Part; queries: SearchQueries; column: Column }[] = [
    { name: 'head', part: matching(first.all, 'head'), queries: first, column: 'head' },
    ...vocabulary.named.map((named) => ({
      ...{ name: `${named.kind} ${named.id}`, part: linked(named, query) },
      ...{ queries: besides(named, query) ?? first, column: 'body' as const },
    })),
    { name: 'body', part: matching(first.all, 'body'), queries: first, column: 'body' },
    ...others.flatMap((queries) =>
      (['head', 'body'] as const).map((column) => ({ name: `folded ${column}`, part: matching(queries.all, column), queries, column })),
    ),
  ]
  return parts.map(({ name, part, queries, column }, index) => ({
    name,
    condition: (place) => [part(place), ...parts.slice(0, index).map((before) => `NOT ${before.part(place)}`)].join(' AND '),
    score: (place, asOf) => scoreOf(queries, column, { place, asOf }),
    window: windows[column],
  }))
}

/** Everything that is found, in whichever stage, of a query that asks for something. */
export function everything(query: ParsedQuery, vocabulary: Vocabulary): Part {
  const widest = formsOf(query, vocabulary).at(-1) as SearchQueries
  const parts = [matching(widest.all, 'body'), ...vocabulary.named.map((named) => linked(named, query))]
  return (place) => `(${parts.map((part) => part(place)).join(' OR ')})`
}

function formsOf({ wanted, unwanted, hasMarks }: ParsedQuery, { abbreviations }: Vocabulary): SearchQueries[] {
  const places = placesOf(wanted, abbreviations)
  const forms: (keyof Keys)[] = hasMarks ? ['exact', 'folded'] : ['folded']
  return forms.flatMap((form) => searchQueries(places, unwanted, form) ?? [])
}

const matching =
  (query: string, column: Column): Part =>
  (place) =>
    `l.${column} @@ ${place(query)}::tsquery`

/** What a unit or an author who is named has to do with, as far as it has the other words too. */
function linked(named: Named, query: ParsedQuery): Part {
  const { kind, id } = named
  const rest = besides(named, query)?.all ?? withoutQuery(query.unwanted)
  const [table, column] = kind === 'unit' ? ['article_units', 'unit_id'] : ['article_authors', 'author_id']
  return (place) => {
    const link = `EXISTS (SELECT FROM published.${table} x WHERE x.article_id = l.article_id AND x.${column} = ${place(id)}::uuid)`
    return rest === undefined ? link : `(${link} AND ${matching(rest, 'body')(place)})`
  }
}

/** What is asked for besides the name; undefined where that is all. */
function besides({ folded }: Named, { wanted, unwanted }: ParsedQuery): SearchQueries | undefined {
  return searchQueries(placesOf(without(wanted, folded), []), unwanted, 'folded')
}

/** The pieces but for those that are the name. */
function without(wanted: Piece[], name: string): Piece[] {
  const length = name.split(' ').length
  const start = wanted.findIndex((_, index) => foldedText(wanted.slice(index, index + length)) === name)
  return start < 0 ? wanted : [...wanted.slice(0, start), ...wanted.slice(start + length)]
}

/**
 * How well an article fits: how near to each other the words stand there and how often, title before sapo before text; more where they
 * stand as they were written, and in the title; a little more for what is new.
 */
function scoreOf(
  { all, inOrder, neighbours, inTitle }: SearchQueries,
  column: Column,
  { place, asOf }: { place: Place; asOf: string },
): string {
  const has = (query: string | undefined, weight: number, vector = `l.${column}`) =>
    query === undefined ? '' : ` + CASE WHEN ${vector} @@ ${place(query)}::tsquery THEN ${weight} ELSE 0 END`
  // How close together all of them stand: in a title of ten words all are near enough for `ts_rank`. The 32 keeps it below 1.
  const fit = `ts_rank_cd('{0.1, 0.2, 0.4, 1}', l.${column}, ${place(all)}::tsquery, 32)`
  return `(${fit}${has(inOrder, 0.5)}${has(neighbours, 0.3)}${has(inTitle, 0.4, 'l.head')})
    * (1 + 0.3 * exp(-extract(epoch FROM ${place(asOf)}::timestamptz - l.published_at)::float8 / 31536000))`
}
