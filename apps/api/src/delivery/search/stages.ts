import { placesOf } from '@bantin/shared/search/abbreviations'
import { type ParsedQuery, type Piece, type SearchQueries, searchQueries, withoutQuery } from '@bantin/shared/search/query'
import type { Keys } from '@bantin/shared/search/words'
import type { Place } from '../statement-values.ts'
import type { Column, Source } from './sources.ts'
import { foldedText, type Named, type Vocabulary } from './vocabulary.queries.ts'

type Words = NonNullable<Source['words']>

/** A part of what is found, over rows `l` of `published.article_terms`. What is in an earlier part is in no later one. */
export interface Stage extends Source {
  /** What its cursors call it: the stages that come before it may be others by then. */
  name: string
  /** In which vector its words are looked for. */
  column: Column
  /** By what its articles are ranked among themselves. */
  score(place: Place, asOf: string): string
  /** So many of the newest are ranked at a time. */
  window: number
  /** What the stage has together with the one before it: a faster query, once it is known what that one has. */
  withBefore?: Words
}

// Vectors of heads are small; those of whole texts lie apart, and each has to be fetched.
const windows = { head: 500, body: 150 }

type Part = (place: Place) => string

/**
 * Where a query has diacritics, what has the very same comes first. What stands in the head of an article comes before what only its text
 * has; between them come the articles of a unit or an author who is named. In either comes first what has all words beside each other:
 * an index knows the pairs, and among all that have them anywhere in a large archive it would be in a late window.
 */
export function stagesOf(query: ParsedQuery, vocabulary: Vocabulary): Stage[] {
  const [first, folded] = formsOf(query, vocabulary)
  if (!first) return []
  const named = vocabulary.named.map((each) => ({ each, part: linked(each, query) }))
  const notNamed = named.map(({ part }) => not(part))
  const ofNames = named.map(({ each, part }, index): Stage => {
    const [queries, before] = [besides(each, query), named.slice(0, index).map((earlier) => not(earlier.part))]
    return {
      ...{ name: `${each.kind} ${each.id}`, column: 'body', window: windows.body },
      conditions: (place) => [part, not(matching(first.found, 'head')), ...before].map((condition) => condition(place)),
      score: scoreOf(queries ?? first, 'body'),
    }
  })
  const leavesOut = query.unwanted.length > 0
  return [
    ...stagesIn('head', first, { besides: [], leavesOut }),
    ...ofNames,
    ...stagesIn('body', first, { besides: [not(matching(first.found, 'head')), ...notNamed] }),
    ...(folded ? stagesIn('head', folded, { besides: [not(matching(first.found, 'body')), ...notNamed], leavesOut, typed: first }) : []),
    ...(folded ? stagesIn('body', folded, { besides: [not(matching(folded.found, 'head')), ...notNamed], typed: first }) : []),
  ]
}

interface Beyond {
  besides: Part[]
  /** Whether something may stand nowhere in the text, also of what is found by its head. */
  leavesOut?: boolean
  typed?: SearchQueries
}

/** What has all words beside each other, then what has them anyhow; but for what has them as they were `typed`. */
function stagesIn(column: Column, queries: SearchQueries, { besides, leavesOut = false, typed }: Beyond): Stage[] {
  const { found, pairs } = queries
  const name = typed ? `folded ${column}` : column
  // Without phrases: where places matter, an index only says where to look.
  const having = (...words: string[]): Words => ({
    column,
    query: [found, ...words, ...(typed ? [`!(${typed.found})`] : [])].join(' & '),
    inText: leavesOut ? found : undefined,
  })
  const stage = (suffix: string, words: Words): Stage => ({
    ...{ name: `${name}${suffix}`, column, window: windows[column], words },
    conditions: (place) => besides.map((condition) => condition(place)),
    score: scoreOf(queries, column),
  })
  if (pairs === undefined) return [stage('', having())]
  return [stage(' together', having(pairs)), { ...stage('', having(`!(${pairs})`)), withBefore: having() }]
}

/** Everything that is found, in whichever stage, of a query that asks for something. */
export function everything(query: ParsedQuery, vocabulary: Vocabulary): Source[] {
  const widest = formsOf(query, vocabulary).at(-1) as SearchQueries
  const named = vocabulary.named.map((each) => linked(each, query))
  return [
    { words: { column: 'body', query: widest.found }, conditions: () => [] },
    ...named.map((part) => ({ conditions: (place: Place) => [part(place)] })),
  ]
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

const not =
  (part: Part): Part =>
  (place) =>
    `NOT ${part(place)}`

/** What links an article `l` to whom a name is of, as far as his id. */
const links: Record<Named['kind'], string> = {
  unit: 'published.article_units x WHERE x.article_id = l.article_id AND x.unit_id',
  person: `published.article_appointments x JOIN published.appointments p ON p.id = x.appointment_id
    WHERE x.article_id = l.article_id AND p.person_id`,
  author: 'published.article_authors x WHERE x.article_id = l.article_id AND x.author_id',
}

/** What a unit, a person or an author who is named has to do with, as far as it has the other words too. */
function linked(named: Named, query: ParsedQuery): Part {
  const { kind, id } = named
  const rest = besides(named, query)?.found ?? withoutQuery(query.unwanted)
  return (place) => {
    const link = `EXISTS (SELECT FROM ${links[kind]} = ${place(id)}::uuid)`
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
function scoreOf({ all, inOrder, neighbours, inTitle }: SearchQueries, column: Column): Stage['score'] {
  return (place, asOf) => {
    const has = (query: string | undefined, weight: number, vector = `l.${column}`) =>
      query === undefined ? '' : ` + CASE WHEN ${vector} @@ ${place(query)}::tsquery THEN ${weight} ELSE 0 END`
    // How close together all of them stand: in a title of ten words all are near enough for `ts_rank`. The 32 keeps it below 1.
    const fit = `ts_rank_cd('{0.1, 0.2, 0.4, 1}', l.${column}, ${place(all)}::tsquery, 32)`
    return `(${fit}${has(inOrder, 0.5)}${has(neighbours, 0.3)}${has(inTitle, 0.4, 'l.head')})
    * (1 + 0.3 * exp(-extract(epoch FROM ${place(asOf)}::timestamptz - l.published_at)::float8 / 31536000))`
  }
}
