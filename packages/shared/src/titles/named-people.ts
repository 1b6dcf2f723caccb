import { keysOf, type Word, wordsOf } from '../search/words.ts'
import { honorifics, titleHeads } from './title-words.ts'

/** A text in its words. */
export interface Worded {
  text: string
  words: Word[]
}

/** Where something stands among the words: from the first to before the last. */
export interface Span {
  start: number
  end: number
}

/** The names of people are of two syllables at least, and of no more than these. */
const longestName = 6

/** The text in its words. */
export function worded(text: string): Worded {
  return { text, words: wordsOf(text) }
}

/**
 * Where somebody's name may stand: capitals one behind the other to their end, from their beginning or from behind a form of address, an
 * abbreviation or a title. `Văn An` within `Nguyễn Văn An` is nobody. Of one end the longest first.
 */
export function possibleNames(line: Worded): Span[] {
  return capitalRuns(line).flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => ({ start: start + i, end })).filter(
      (span) => isOfNameLength(span) && isCapital(line, span.start) && (span.start === start || mayPrecedeName(line, span.start - 1)),
    ),
  )
}

export function foldedOf({ words }: Worded, { start, end }: Span): string {
  return words
    .slice(start, end)
    .map((word) => keysOf(word).folded)
    .join(' ')
}

/** With diacritics, wherever the tone was written. */
export function exactOf({ words }: Worded, { start, end }: Span): string {
  return words
    .slice(start, end)
    .map((word) => keysOf(word).exact)
    .join(' ')
}

/** What stands between a word and the one before it. */
export function gapBefore({ text, words }: Worded, at: number): string {
  return text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? text.length)
}

/** Capitals of any kind with nothing but a blank between them. */
export function capitalRuns(line: Worded): Span[] {
  const runs: Span[] = []
  for (let at = 0; at < line.words.length; at++) {
    if (!isUpper(line, at)) continue
    const last = runs.at(-1)
    if (last && last.end === at && gapBefore(line, at).trim() === '') last.end++
    else runs.push({ start: at, end: at + 1 })
  }
  return runs
}

/** Whether the word begins with a capital and is no abbreviation. */
export function isCapital({ words }: Worded, at: number): boolean {
  return /^\p{Lu}(?:$|.*\p{Ll})/u.test(words[at]?.text ?? '')
}

export function isUpper({ words }: Worded, at: number): boolean {
  return /^\p{Lu}/u.test(words[at]?.text ?? '')
}

function isOfNameLength({ start, end }: Span): boolean {
  return end - start >= 2 && end - start <= longestName
}

const lastWordsOfTitles = new Set(titleHeads.map((head) => head.at(-1)))

function mayPrecedeName(line: Worded, at: number): boolean {
  const folded = keysOf(line.words[at] as Word).folded
  return !isCapital(line, at) || honorifics.has(folded) || lastWordsOfTitles.has(folded)
}
