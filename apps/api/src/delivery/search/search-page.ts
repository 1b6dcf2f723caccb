import { defaultLimit } from '@bantin/shared/pagination'
import type { SearchFacets, SearchFilters, SearchQuery } from '@bantin/shared/search'
import { didYouMean } from '@bantin/shared/search/did-you-mean'
import { markedKeys } from '@bantin/shared/search/highlight'
import type { ParsedQuery } from '@bantin/shared/search/query'
import type { DeliveryDb } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { readSearch } from '../../lib/read-search.ts'
import type { Place } from '../statement-values.ts'
import { noFacets, readFacets } from './facets.queries.ts'
import { readLinked } from './linked.queries.ts'
import { dayAround, findAlike, findMatchesByDate, type Match, type Narrowing } from './matches.queries.ts'
import { atTheBeginning, type Progress, readStages } from './read-stages.ts'
import { everything, type Stage, stagesOf } from './stages.ts'
import { readTexts } from './texts.queries.ts'
import { foldedText, readVocabulary, type Vocabulary } from './vocabulary.queries.ts'

/** What the search needs of articles. */
export interface ArticlesSide {
  /** Conditions that the filters make on rows `l` that name an article, its site, format and date. */
  narrowing(filters: SearchFilters, place: Place): string[]
  /** SQL of the articles of each filter by what they are linked to, as `article_id`. */
  linkedArticles(filters: SearchFilters, place: Place): string[]
  /** Cards as JSON texts, in the order of the ids; what is not public is not there. */
  findCards(db: DeliveryDb, baseUrl: string, ids: string[]): Promise<{ id: string; json: string }[]>
}

export interface Searched {
  json: string
  /** The cursor of the next page. */
  next: string | null
  /** Where readers begin to search: undefined of further pages, of what is narrowed down or sorted, and of what asks for nothing. */
  asked?: AskedOnce | undefined
}

/** That somebody searched: where, on which local day, and how many were found, as far as they were counted. */
export interface AskedOnce {
  siteId: string
  day: string
  results: number
}

interface Asked {
  baseUrl: string
  cursors: Cursors
  query: SearchQuery
  articles: ArticlesSide
}

/** Where nothing is asked for. */
function nothing(facets: boolean): Searched {
  return { json: `{"data":[],"page":{"next":null},"didYouMean":null${facets ? `,"facets":${noFacets}` : ''}}`, next: null }
}

/** A page of what is found. Throws `invalid_request` for more words than are taken, `invalid_cursor`. */
export async function search(db: DeliveryDb, { baseUrl, cursors, query, articles }: Asked): Promise<Searched> {
  const { q, limit = defaultLimit, cursor, sort = 'relevance', facets = false, ...filters } = query
  const parsed = readSearch(q)
  if (parsed.wanted.length === 0) return nothing(facets)
  const scope = listScope('search', { q, sort, ...filters })
  const [vocabulary, linked] = await Promise.all([readVocabulary(db, parsed), readLinked(db, filters, articles.linkedArticles)])
  const reading: Reading = {
    ...{ db, parsed, limit, isFirst: cursor === undefined, vocabulary },
    narrowing: (asOf = vocabulary.asOf) => ({
      conditions: (place) => articles.narrowing(filters, place),
      asOf,
      within: { ...daysOf(asOf, filters), linked },
    }),
  }
  const opened = cursor === undefined ? undefined : cursors.open(scope, cursor)
  const page = sort === 'relevance' ? await readRelevant(reading, opened) : await readDated(reading, sort === 'publishedAt', opened)
  const next = page.next ? cursors.seal(scope, page.next) : null
  const ids = page.found.map(({ id }) => id)
  const [cards, texts, counted] = await Promise.all([
    articles.findCards(db, baseUrl, ids),
    readTexts(db, ids, markedKeys(parsed, vocabulary.abbreviations)),
    facets ? readFacets(db, everything(parsed, vocabulary), reading.narrowing()) : undefined,
  ])
  const data = cards.flatMap(({ id, json }) => {
    const text = texts.get(id)
    return text ? [`${json.slice(0, -1)}, "highlight" : ${JSON.stringify(text.highlight)}}`] : []
  })
  const written = [...texts.values()].flatMap((text) => text.written)
  const meant = didYouMean(parsed, written)
  const last = counted === undefined ? '' : `,"facets":${counted}`
  const json = `{"data":[${data.join(',')}],"page":${JSON.stringify({ next })},"didYouMean":${JSON.stringify(meant)}${last}}`
  const isFirst = reading.isFirst && sort === 'relevance' && Object.keys(filters).length === 0
  return { json, next, asked: isFirst ? { ...vocabulary.place, results: countOf(page, counted) } : undefined }
}

function daysOf(asOf: string, { publishedFrom, publishedTo }: SearchFilters): { newest: Date; oldest: Date | undefined } {
  const last = publishedTo !== undefined && publishedTo < asOf ? publishedTo : asOf
  return { newest: dayAround(last).after, oldest: publishedFrom === undefined ? undefined : dayAround(publishedFrom).before }
}

/** All that were counted; without numbers those of the page that have the words. What is only alike was not found. */
function countOf({ matching }: Page, facets: string | undefined): number {
  return facets === undefined ? matching : (JSON.parse(facets) as SearchFacets).total
}

interface Reading {
  db: DeliveryDb
  parsed: ParsedQuery
  vocabulary: Vocabulary
  limit: number
  isFirst: boolean
  narrowing(asOf?: string): Narrowing
}

interface Page {
  found: Match[]
  /** How many of them have what was asked for; the rest is only alike. */
  matching: number
  /** What the next cursor says. */
  next: string[] | undefined
}

/** When fewer than this are found on all pages, what is alike is shown too. */
const few = 3
const shortestAlike = 4

async function readRelevant({ db, parsed, vocabulary, limit, narrowing, isFirst }: Reading, opened: string[] | undefined): Promise<Page> {
  const stages = stagesOf(parsed, vocabulary)
  const [asOf, from] = opened ? progressOf(opened, stages) : [vocabulary.asOf, atTheBeginning]
  const { found, next } = await readStages(db, stages, narrowing(asOf), from, limit)
  const matching = found.length
  const folded = foldedText(parsed.wanted)
  const isPlain = parsed.unwanted.length === 0 && parsed.wanted.every(({ isPhrase }) => !isPhrase)
  if (isFirst && !next && found.length < few && folded.length >= shortestAlike && isPlain) {
    const alike = await findAlike(db, folded, narrowing(asOf), limit)
    const known = new Set(found.map(({ id }) => id))
    found.push(...alike.filter(({ id }) => !known.has(id)).slice(0, limit - found.length))
  }
  const stage = next && stages[next.stage]
  return { found, matching, next: stage && [asOf, stage.name, String(next.passed), ...(next.behind ?? [])] }
}

/** A stage that is there no more, of an earlier version or of somebody who is called otherwise now, is no place to go on from. */
function progressOf([asOf = '', name, passed, ...behind]: string[], stages: Stage[]): [string, Progress] {
  const stage = stages.findIndex((each) => each.name === name)
  if (stage < 0) throw new ProblemError('invalid_cursor')
  const [at, id] = behind
  return [asOf, { stage, passed: Number(passed), behind: at && id ? [at, id] : undefined }]
}

async function readDated(
  { db, parsed, vocabulary, limit, narrowing }: Reading,
  isAscending: boolean,
  opened: string[] | undefined,
): Promise<Page> {
  const sources = everything(parsed, vocabulary)
  const behind = opened as [string, string] | undefined
  const matches = await findMatchesByDate(db, { sources, isAscending }, narrowing(), behind, limit + 1)
  const found = matches.slice(0, limit)
  const last = matches.length > limit ? found.at(-1) : undefined
  return { found, matching: found.length, next: last && [last.publishedAt, last.id] }
}
