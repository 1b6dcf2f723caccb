import { pairKeys } from './pairs.ts'
import { keysOf, middlesOf, partsOf, type Word, wordsOf } from './words.ts'

/** A passage of an article, and how much a word in it says of what the article is about. */
export interface Passage {
  text: string
  weight: 'A' | 'B' | 'C' | 'D'
}

/** Of what PostgreSQL keeps: positions end at 16,383, and a vector at a megabyte, of which a position takes two bytes. */
const lastPosition = 16_000
const mostLetters = 100_000
/** So far apart are passages that no phrase goes from one into the next. */
const gap = 5

/**
 * The text of a `tsvector` of the passages: each word by its folded and its exact key, at its position; of what is put together also its
 * parts, one behind the other. What is too far back in a very long text is left out.
 */
export function vectorText(passages: Passage[]): string {
  return written(placesIn(passages).places)
}

/** The same, with the keys of its pairs and those given, which have no position. */
export function vectorTextWith(keys: string[], passages: Passage[]): string {
  const { places, syllables } = placesIn(passages)
  const pairs = new Set<string>()
  for (const inPassage of syllables) for (const key of pairKeys(inPassage)) pairs.add(key)
  return [written(places), ...keys.map(quoted), ...Array.from(pairs, quoted)].join(' ')
}

/** Where a key stands, as PostgreSQL writes it, and how many places that are. */
interface Places {
  text: string
  count: number
}

/** Where each key stands, and the folded parts of each passage's words, in their order. */
function placesIn(passages: Passage[]): { places: Map<string, Places>; syllables: string[][] } {
  const places = new Map<string, Places>()
  const syllables: string[][] = []
  let [position, length] = [0, 0]
  for (const { text, weight } of passages) {
    const inPassage: string[] = []
    syllables.push(inPassage)
    for (const word of wordsOf(text)) {
      length += word.text.length
      if (position >= lastPosition || length > mostLetters) return { places, syllables }
      const parts = partsOf(word)
      if (parts.length > 1) noteWhole(places, word, parts, { before: position, weight })
      for (const part of parts) {
        position += 1
        inPassage.push(note(places, part, `${position}${weight}`))
      }
    }
    position += gap
  }
  return { places, syllables }
}

/** What is put together stands where its first part does. */
function noteWhole(
  places: Map<string, Places>,
  word: Word,
  parts: Word[],
  { before, weight }: { before: number } & Pick<Passage, 'weight'>,
) {
  for (const each of [word, ...middlesOf(word)]) {
    const partsBefore = parts.filter((part) => part.start < each.start).length
    note(places, each, `${before + 1 + partsBefore}${weight}`)
  }
}

/** Answers the folded key. */
function note(places: Map<string, Places>, word: Word, place: string): string {
  const { folded, exact } = keysOf(word)
  noteKey(places, folded, place)
  noteKey(places, exact, place)
  return folded
}

function noteKey(places: Map<string, Places>, key: string, place: string): void {
  const noted = places.get(key)
  if (!noted) places.set(key, { text: place, count: 1 })
  else if (noted.count < 255) {
    noted.text += `,${place}`
    noted.count += 1
  }
}

function written(places: Map<string, Places>): string {
  let text = ''
  for (const [key, { text: at }] of places) text += `${text && ' '}${quoted(key)}:${at}`
  return text
}

const escaped = /['\\]/

/** A key as it stands in the text of a `tsvector` or `tsquery`. */
export function quoted(key: string): string {
  // Few keys have either, and an article has a thousand keys.
  return escaped.test(key) ? `'${key.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${key}'`
}
