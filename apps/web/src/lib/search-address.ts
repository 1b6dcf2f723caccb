import { longestCursor, searchParameters } from '@bantin/shared/search/page-parameters'
import { maxQueryLength } from '@bantin/shared/search/query'
import { isDay } from './is-day.ts'

/** By which names the address says what. */
export const askedNames = searchParameters

/** What is searched for, as the address of the search page says it. Absent is what it does not say, or not in a way that means anything. */
export interface Asked {
  /** Without spaces around it; empty where nothing is asked for. At most one letter longer than what is taken. */
  q: string
  /** A slug. */
  unit?: string | undefined
  /** A slug. */
  category?: string | undefined
  /** Four digits; never beside a day. */
  year?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** Without it what fits best comes first. */
  sort?: SortWord | undefined
  /** The cursor behind which the page begins. */
  after?: string | undefined
}

export type SortWord = 'moi-nhat' | 'cu-nhat'

const slug = /^(?=.{1,90}$)[a-z0-9]+(?:-[a-z0-9]+)*$/
const year = /^[12]\d{3}$/
const sort = /^(?:moi-nhat|cu-nhat)$/
const anything = /^/
const unseen = /\p{Cc}+/gu

/** Reads the query of an address; any is one. */
export function readAsked(search: string): Asked {
  const given = new URLSearchParams(search)
  const one = (name: keyof typeof searchParameters, form: RegExp): object => {
    const value = given.get(searchParameters[name]) ?? ''
    return value !== '' && value.length <= longestCursor && form.test(value) ? { [name]: value } : {}
  }
  const days = { ...day(given, 'from'), ...day(given, 'to') }
  const isOfYear = Object.keys(days).length === 0
  // As long as the key of the page is: a letter more than is taken tells that it is too long.
  const q = Array.from(given.get(searchParameters.q) ?? '')
    .slice(0, maxQueryLength + 1)
    .join('')
  return {
    q: q.replace(unseen, ' ').trim(),
    ...one('unit', slug),
    ...one('category', slug),
    ...(isOfYear ? one('year', year) : days),
    ...one('sort', sort),
    ...one('after', anything),
  }
}

function day(given: URLSearchParams, name: 'from' | 'to'): object {
  const value = given.get(searchParameters[name]) ?? ''
  return isDay(value) ? { [name]: value } : {}
}

/** The address of the search page at a path that asks so. */
export function searchPath(path: string, asked: Asked): string {
  const names = Object.keys(searchParameters) as (keyof Asked)[]
  const said = names.flatMap((name): [string, string][] => (asked[name] ? [[searchParameters[name], asked[name]]] : []))
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}

/** Why it is not even asked for: nothing is said, or too much. */
export function refusalOf({ q }: Asked): 'empty' | 'long' | undefined {
  if (q === '') return 'empty'
  return Array.from(q).length > maxQueryLength ? 'long' : undefined
}
