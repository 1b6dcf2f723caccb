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
  const others = new Set([...keys, ...syllables.flatMap(pairKeys)])
  return [written(places), ...Array.from(others, quoted)].join(' ')
}

/** Where each key stands, and the folded parts of each passage's words, in their order. */
function placesIn(passages: Passage[]): { places: Map<string, string[]>; syllables: string[][] } {
  const places = new Map<string, string[]>()
  const syllables: string[][] = []
  let [position, length] = [0, 0]
  for (const { text, weight } of passages) {
    const inPassage: string[] = []
    syllables.push(inPassage)
    for (const word of wordsOf(text)) {
      length += word.text.length
      if (position >= lastPosition || length > mostLetters) return { places, syllables }
      const parts = partsOf(word)
      inPassage.push(...parts.map((part) => keysOf(part).folded))
      for (const [index, part] of parts.entries()) note(places, part, `${position + index + 1}${weight}`)
      const together = parts.length > 1 ? [word, ...middlesOf(word)] : []
      for (const each of together) note(places, each, `${position + 1 + partsBefore(parts, each)}${weight}`)
      position += parts.length
    }
    position += gap
  }
  return { places, syllables }
}

function note(places: Map<string, string[]>, word: Word, place: string): void {
  const { folded, exact } = keysOf(word)
  for (const key of [folded, exact]) {
    const noted = places.get(key)
    if (!noted) places.set(key, [place])
    else if (noted.length < 255) noted.push(place)
  }
}

const partsBefore = (parts: Word[], { start }: Word): number => parts.filter((part) => part.start < start).length

function written(places: Map<string, string[]>): string {
  return Array.from(places, ([key, at]) => `${quoted(key)}:${at.join(',')}`).join(' ')
}

/** A key as it stands in the text of a `tsvector` or `tsquery`. */
export function quoted(key: string): string {
  return `'${key.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
