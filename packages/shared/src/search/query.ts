import { cleanText } from '../text.ts'
import { isLittleWord } from './little-words.ts'
import { pairKey, pairKeys } from './pairs.ts'
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

/** The texts of the `tsquery`s of a search. */
export interface SearchQueries {
  /** Everything that is wanted, by folded or by exact keys. */
  all: string
  /** The same for vectors that have pairs: what stands in an article only apart is no phrase in it, and need not be looked into. */
  found: string
  /** The pairs that are wherever all words stand one behind the other; undefined where nothing else is wanted anyway. */
  pairs: string | undefined
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
  const needed = neededOf(places)
  const found = [...needed.map((place) => foundText(place, anywhere)), ...withoutTexts(unwanted, true)].join(' & ')
  const isPhrase = places.length === 1 && places.every(({ choices }) => choices.length === 1 && choices[0]?.isPhrase)
  const pairs = isOne || isPhrase ? [] : pairsOf(places)
  return {
    all: [...needed.map((place) => textOf(place, anywhere)), ...withoutTexts(unwanted)].join(' & '),
    found,
    pairs: pairs.length === 0 ? undefined : pairs.join(' & '),
    inOrder: isOne ? undefined : inOrder.join(' <-> '),
    neighbours:
      places.length < 2
        ? undefined
        : inOrder
            .slice(1)
            .map((next, index) => `(${inOrder[index]} <-> ${next})`)
            .join(' | '),
    inTitle: needed.map((place) => textOf(place, (keys) => `${quoted(keys[form])}:A`)).join(' & '),
  }
}

/** What has to be there: not the little words between the others, as long as two others are left. */
function neededOf(places: Place[]): Place[] {
  const isMarked = places.some(({ choices: [written] }) => written?.terms.some(hasMarks))
  const needed = places.filter(({ choices }) => {
    const [written] = choices
    return choices.length > 1 || !written || written.isPhrase || !written.terms.every((term) => isLittleWord(term, isMarked))
  })
  return needed.length < 2 ? places : needed
}

/** The text of a `tsquery` for whatever has nothing of what is not wanted; undefined where that is all. */
export function withoutQuery(unwanted: Piece[]): string | undefined {
  return unwanted.length === 0 ? undefined : withoutTexts(unwanted, true).join(' & ')
}

/** Whoever leaves something out leaves it out in any spelling that was typed. */
function withoutTexts(unwanted: Piece[], hasPairs = false): string[] {
  return unwanted.map((piece) => {
    const spelling = piece.terms.some(hasMarks) ? 'exact' : 'folded'
    const phrase = { ...piece, isPhrase: true }
    const key: KeyText = (keys) => quoted(keys[spelling])
    return `!${hasPairs ? foundText({ choices: [phrase] }, key) : pieceText(phrase, key)}`
  })
}

/** Each phrase of it with its pairs. */
function foundText({ choices }: Place, key: KeyText): string {
  const texts = choices.map((piece) => {
    if (!piece.isPhrase) return pieceText(piece, key, true)
    return joined([pieceText(piece, key), ...pairKeys(syllablesOf(piece)).map(quoted)], '&')
  })
  return joined(texts, '|')
}

/** Which pairs there are wherever one of each place's choices stands behind one of the place before. */
function pairsOf(places: Place[]): string[] {
  const within = places.map(({ choices }) => choices.map((piece) => pairKeys(syllablesOf(piece))))
  const between = places.slice(1).map(({ choices }, index) => {
    const lasts = (places[index] as Place).choices.map((piece) => syllablesOf(piece).at(-1) ?? '')
    return choices.flatMap((piece) => lasts.map((last) => [pairKey(last, syllablesOf(piece)[0] ?? '')]))
  })
  return [...within, ...between]
    .filter((choices) => choices.every((pairs) => pairs.length > 0))
    .map((choices) =>
      joined(
        choices.map((pairs) => joined(pairs.map(quoted), '&')),
        '|',
      ),
    )
}

const syllablesOf = ({ terms }: Piece): string[] => terms.flatMap(({ parts }) => parts.map(({ folded }) => folded))

/** How a key stands in a query. */
type KeyText = (keys: Keys) => string

function pieceText({ terms, isPhrase }: Piece, key: KeyText, hasPairs = false): string {
  const texts = terms.map((term) => termText(term, key, hasPairs))
  return joined(texts, isPhrase ? '<->' : '&')
}

/** What is put together may also stand with spaces between. */
function termText(term: Term, key: KeyText, hasPairs: boolean): string {
  if (term.parts.length < 2) return key(term)
  const parts = joined(term.parts.map(key), '<->')
  return `(${key(term)} | ${hasPairs ? joined([parts, ...pairKeys(term.parts.map(({ folded }) => folded)).map(quoted)], '&') : parts})`
}

function joined(texts: string[], operator: '|' | '&' | '<->'): string {
  return texts.length === 1 ? (texts[0] as string) : `(${texts.join(` ${operator} `)})`
}
