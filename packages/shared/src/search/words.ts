import { fold } from '../text.ts'

/** A word of a text, and where it stands there. */
export interface Word {
  text: string
  start: number
  end: number
}

/** By what a word is found. */
export interface Keys {
  /** Without diacritics: what everybody can type. */
  folded: string
  /** With them, wherever the tone was written: `hòa` and `hoà` are the same word. Never the same as a folded key. */
  exact: string
}

// Numbers of documents, offices and words of two parts (`13/2023/NĐ-CP`, `KH&ĐT`, `Covid-19`, `H'leo`, `714.464`) stand together.
const whole = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-/&.'’‑–][\p{L}\p{N}][\p{L}\p{N}\p{M}]*|,\d+)*/gu
const part = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
const joints = /[-/&.'’‑–,]/
const between = /['’‑–]/g
/** Written with a point, a comma or nothing, it is the same number. */
const thousands = /^\d{1,3}(?:\.\d{3}|,\d{3})+$/
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
/** What is longer is no word; an index takes 2 kB at the most. */
const longest = 100

/** The words of a text in their order. A space stands between syllables, so these are Vietnamese syllables, and whatever is written without one. */
export function wordsOf(text: string): Word[] {
  return found(text, whole, 0)
}

/** The parts of a word that is put together; of any other the word itself. */
export function partsOf(word: Word): Word[] {
  // Most words are one syllable, and each is asked.
  return joints.test(word.text) ? found(word.text, part, word.start) : [word]
}

/** Words within a word that themselves are put together: `NĐ-CP` of `13/2023/NĐ-CP`. */
export function middlesOf({ text, start }: Word): Word[] {
  if (!text.includes('/')) return []
  return found(text, /[^/]+/g, start).filter((middle) => partsOf(middle).length > 1)
}

/** By what the word is found. */
export function keysOf({ text }: Pick<Word, 'text'>): Keys {
  const known = memory.get(text)
  if (known) return known
  // A letter beyond the first plane is two units: one half of it could not be stored.
  const plain = text
    .slice(0, longest)
    .toWellFormed()
    .replace(between, (mark) => (mark === '’' || mark === "'" ? "'" : '-'))
    .replace(thousands, (number) => number.replaceAll(/[.,]/g, ''))
  const keys = { folded: fold(plain), exact: exactKey(plain) }
  if (memory.size >= remembered) memory.clear()
  memory.set(text, keys)
  return keys
}

/** The folded keys of all words, with spaces between: how names and titles are compared. */
export function foldedWords(text: string): string {
  return wordsOf(text)
    .map((word) => keysOf(word).folded)
    .join(' ')
}

// A language has some thousands of syllables, and each text has the same ones.
const memory = new Map<string, Keys>()
const remembered = 20_000

/** The tone, as which sign it is, behind the word: old and new spelling place it on different vowels. */
function exactKey(text: string): string {
  const apart = text.toLowerCase().normalize('NFD')
  const tone = apart.match(tones)?.map((sign) => toneNumbers.indexOf(sign) + 1) ?? []
  return `${apart.replace(tones, '').normalize('NFC')}=${tone.join('')}`
}

const toneNumbers = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

function found(text: string, pattern: RegExp, offset: number): Word[] {
  const words: Word[] = []
  for (const { 0: word, index } of text.matchAll(pattern)) {
    words.push({ text: word, start: offset + index, end: offset + index + word.length })
  }
  return words
}
