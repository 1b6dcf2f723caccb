import { cleanText } from '../text.ts'
import { quoted } from './vector.ts'
import { type Keys, keysOf, partsOf, type Word, wordsOf } from './words.ts'

/** At most so many words are asked for. */
export const maxTerms = 16
/** At most so many characters. */
export const maxQueryLength = 200

/** A word of a query. */
export interface Term extends Keys {
  parts: Keys[]
}

/** What somebody searches for: pieces all of which have to be there, each a word or a phrase in quotes. */
export interface ParsedQuery {
  wanted: Piece[]
  unwanted: Piece[]
  /** Whether it has diacritics anywhere: then they are meant. */
  hasMarks: boolean
}

export interface Piece {
  terms: Term[]
  isPhrase: boolean
}

// A quoted phrase or what stands between spaces, with a minus before it or not.
const pieces = /(?<![^\s])(-?)(?:["“”«»]([^"“”«»]*)["“”«»]|(\S+))/gu

/** Reads a query; any text is one. What has no letter and no digit asks for nothing. */
export function parseQuery(text: string): ParsedQuery {
  const [wanted, unwanted]: [Piece[], Piece[]] = [[], []]
  for (const { 1: minus, 2: phrase, 3: words } of cleanText(text).matchAll(pieces)) {
    const terms = wordsOf(phrase ?? words ?? '').map(termOf)
    const read = phrase === undefined ? terms.map((term) => ({ terms: [term], isPhrase: false })) : [{ terms, isPhrase: true }]
    ;(minus ? unwanted : wanted).push(...read.filter((piece) => piece.terms.length > 0))
  }
  return { wanted, unwanted, hasMarks: wanted.some(({ terms }) => terms.some(hasMarks)) }
}

/** How many words it has. */
export function countTerms({ wanted, unwanted }: ParsedQuery): number {
  return [...wanted, ...unwanted].reduce((sum, { terms }) => sum + terms.length, 0)
}

function termOf(word: Word): Term {
  return { ...keysOf(word), parts: partsOf(word).map(keysOf) }
}

const hasMarks = ({ folded, exact }: Keys): boolean => exact !== `${folded}=`

/** One place of a query, and what may stand there: the words that were written, or what they are short or long for. */
export interface Place {
  choices: Piece[]
}

export function termsOf(text: string): Term[] {
  return wordsOf(text).map(termOf)
}

/** The texts of the `tsquery`s that a search asks the index with. */
export interface SearchQueries {
  /** Everything that is wanted, by folded or by exact keys. */
  all: string
  /** The same, one behind the other as it was written; undefined of one word. */
  inOrder: string | undefined
  /** Any two neighbours of it, as one; undefined of one word. */
  neighbours: string | undefined
  /** Everything that is wanted, in the title. */
  inTitle: string
}

/** By folded or by exact keys. Undefined where nothing is wanted. */
export function searchQueries(places: Place[], unwanted: Piece[], form: keyof Keys): SearchQueries | undefined {
  if (places.length === 0) return undefined
  const textOf = (place: Place, key: KeyText, asPhrase = false) =>
    joined(
      place.choices.map(({ terms, isPhrase }) => pieceText({ terms, isPhrase: isPhrase || asPhrase }, key)),
      '|',
    )
  const anywhere: KeyText = (keys) => quoted(keys[form])
  const inOrder = places.map((place) => textOf(place, anywhere, true))
  const isOne = places.length === 1 && (places[0]?.choices[0]?.terms.length ?? 0) < 2
  return {
    all: [...places.map((place) => textOf(place, anywhere)), ...withoutTexts(unwanted)].join(' & '),
    inOrder: isOne ? undefined : inOrder.join(' <-> '),
    neighbours:
      places.length < 2
        ? undefined
        : inOrder
            .slice(1)
            .map((next, index) => `(${inOrder[index]} <-> ${next})`)
            .join(' | '),
    inTitle: places.map((place) => textOf(place, (keys) => `${quoted(keys[form])}:A`)).join(' & '),
  }
}

/** The text of a `tsquery` for whatever has nothing of what is not wanted; undefined where that is all. */
export function withoutQuery(unwanted: Piece[]): string | undefined {
  return unwanted.length === 0 ? undefined : withoutTexts(unwanted).join(' & ')
}

/** Whoever leaves something out leaves it out in any spelling that was typed. */
function withoutTexts(unwanted: Piece[]): string[] {
  return unwanted.map((piece) => {
    const spelling = piece.terms.some(hasMarks) ? 'exact' : 'folded'
    return `!${pieceText({ ...piece, isPhrase: true }, (keys) => quoted(keys[spelling]))}`
  })
}

/** How a key stands in a query. */
type KeyText = (keys: Keys) => string

function pieceText({ terms, isPhrase }: Piece, key: KeyText): string {
  const texts = terms.map((term) => termText(term, key))
  return joined(texts, isPhrase ? '<->' : '&')
}

/** What is put together may also stand with spaces between. */
function termText(term: Term, key: KeyText): string {
  return term.parts.length < 2 ? key(term) : `(${key(term)} | ${joined(term.parts.map(key), '<->')})`
}

function joined(texts: string[], operator: '|' | '&' | '<->'): string {
  return texts.length === 1 ? (texts[0] as string) : `(${texts.join(` ${operator} `)})`
}
