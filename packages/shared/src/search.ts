import { type Static, Type } from 'typebox'
import { articleFilters } from './article-list.ts'
import { ArticleCard, Format } from './articles.ts'
import { nullable } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'
import { maxQueryLength } from './search/query.ts'

export const searchSorts = ['relevance', '-publishedAt', 'publishedAt'] as const

/** Totals and facets count so many matches at the most. */
export const countedMatches = 10_000

const Words = (description: string) => Type.String({ maxLength: maxQueryLength, description })

const { format: _news, featured: _featured, ...filters } = articleFilters

/** Which articles a search finds, besides what is searched for. */
export const searchFilters = { ...filters, format: Type.Optional(Type.Enum(Format.enum, { description: 'without it: all' })) }

export const SearchQuery = object({
  q: Words('up to 16 words; "in quotes" what has to stand together, -word what is not wanted'),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  sort: Type.Optional(Type.Enum(searchSorts, { description: 'without it: relevance' })),
  facets: Type.Optional(Type.Boolean({ description: 'true: how many matches there are, in all and of each unit, category and year' })),
  ...searchFilters,
})
export type SearchQuery = Static<typeof SearchQuery>

export type SearchFilters = Pick<SearchQuery, keyof typeof searchFilters>

/** Escaped HTML in which nothing but `<mark>` stands, around what was found. */
const Marked = Type.String({ description: 'escaped text with <mark> around what was found' })

/** An article that was found. */
export const FoundArticle = object({
  ...ArticleCard.properties,
  highlight: object({
    title: Marked,
    /** The part of sapo or text that says most of what was searched for; empty where only the title or a name does. */
    text: Marked,
  }),
})
export type FoundArticle = Static<typeof FoundArticle>

const Facet = object({ id: Id, slug: Slug, name: Type.String(), count: Type.Integer() })

/** What was found, in numbers: the most frequent first, years the newest first. */
export const SearchFacets = object({
  /** At most `countedMatches`. */
  total: Type.Integer(),
  /** Whether there are more than were counted. */
  isMore: Type.Boolean(),
  units: Type.Array(Facet),
  categories: Type.Array(Facet),
  years: Type.Array(object({ year: Type.Integer(), count: Type.Integer() })),
})
export type SearchFacets = Static<typeof SearchFacets>

export const SearchResults = object({
  data: Type.Array(FoundArticle),
  page: object({ next: nullable(Cursor) }),
  /** The query with the diacritics that what was found has, where they differ. */
  didYouMean: nullable(Type.String()),
  facets: Type.Optional(SearchFacets),
})
export type SearchResults = Static<typeof SearchResults>

export const SuggestionQuery = object({ q: Words('what was typed so far') })

export const suggestionKinds = ['article', 'unit', 'person', 'author', 'category', 'tag'] as const

/** Something whose name or title goes on as what was typed. */
export const Suggestion = object({
  kind: Type.Enum(suggestionKinds),
  id: Id,
  slug: Slug,
  name: Type.String(),
  url: Type.String(),
  marked: Marked,
})
export type Suggestion = Static<typeof Suggestion>

export const Suggestions = object({ data: Type.Array(Suggestion) })
export type Suggestions = Static<typeof Suggestions>
