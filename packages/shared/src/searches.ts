import { type Static, Type } from 'typebox'
import { LocalDate } from './fields.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

/** Without days: the last thirty. Both ends are included. */
export const SearchesQuery = object({
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
  nothingFound: Type.Optional(Type.Boolean({ description: 'true: what found nothing the last time; false: what found something' })),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type SearchesQuery = Static<typeof SearchesQuery>

/** What readers searched for in these days: words without diacritics, as all spellings are one. */
export const SearchedWords = object({
  words: Type.String(),
  /** How often it was looked up. */
  searches: Type.Integer(),
  /** How many articles were found the last time. */
  results: Type.Integer(),
  lastSearchedOn: LocalDate,
})
export type SearchedWords = Static<typeof SearchedWords>
