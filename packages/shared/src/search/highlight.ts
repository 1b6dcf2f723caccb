import { escapeHtml } from '../body/escape-html.ts'
import { type Abbreviation, placesOf } from './abbreviations.ts'
import type { ParsedQuery } from './query.ts'
import { keysOf, partsOf, type Word, wordsOf } from './words.ts'

/** What is marked in a text. */
export interface Marked {
  /** Whether words with this folded key are. */
  has(folded: string): boolean
  /** Exact keys, where marks were typed: a word that stands in the text as it was typed is marked in no other spelling. */
  exact?: ReadonlySet<string>
  /** Folded keys of words that are marked where they stand one behind the other. */
  phrases?: string[][]
}

/** A word in a text, and whether it was searched for. */
interface Seen extends Word {
  /** By which of the keys; undefined where it was not. */
  key: string | undefined
}

/** A word that was searched for. */
interface Hit extends Seen {
  /** Whether another one stands right before it. */
  isNext: boolean
}

/** Every word that is wanted, the parts of those that are put together, and what they are short or long for. */
export function markedKeys({ wanted, hasMarks }: ParsedQuery, abbreviations: Abbreviation[]): Marked {
  const keys = wanted.flatMap(({ terms }) => terms.flatMap((term) => [term, ...term.parts]))
  const meant = placesOf(wanted, abbreviations).flatMap(({ choices }) => choices.slice(1))
  const forms = meant.map(({ terms }) => terms.map(({ folded }) => folded))
  const folded = new Set([...keys.map((key) => key.folded), ...forms.filter(({ length }) => length === 1).flat()])
  return {
    has: (key) => folded.has(key),
    exact: new Set(hasMarks ? keys.map(({ exact }) => exact) : []),
    phrases: forms.filter(({ length }) => length > 1),
  }
}

/** The whole text, escaped, with `<mark>` around what is wanted. */
export function markWhole(text: string, keys: Marked): string {
  return marked(text, seenIn(text, keys), 0, text.length)
}

/** What stands between neighbours. */
const beside = /^(\s+|[-/&.'’‑–])$/
/** Letters of a cutting, more or less. */
const cuttingLength = 200
/** So many letters of a text are looked through: some texts have a million, and a hundred are found at a time. */
const lookedThrough = 30_000

/** A part of a text. */
export interface Cutting {
  /** As it was written. */
  text: string
  /** Escaped and marked. */
  html: string
}

/**
 * The part of the text in which the most of what is wanted stands; undefined where nothing does. Of a very long text it is a part of the
 * beginning.
 */
export function cutAndMark(text: string, keys: Marked): Cutting | undefined {
  const seen = seenIn(text.slice(0, lookedThrough), keys)
  const hits = seen.flatMap((word, index): Hit[] => {
    const before = seen[index - 1]
    if (word.key === undefined) return []
    return [{ ...word, isNext: before?.key !== undefined && beside.test(text.slice(before.end, word.start)) }]
  })
  const best = densest(hits)
  if (!best) return undefined
  const [start, end] = around(seen, best, text.length)
  const html = `${start > 0 ? '… ' : ''}${marked(text, hits, start, end)}${end < text.length ? ' …' : ''}`
  return { text: text.slice(start, end), html }
}

function seenIn(text: string, keys: Marked): Seen[] {
  const seen = wordsOf(text).flatMap((word): Seen[] => {
    const { folded } = keysOf(word)
    if (keys.has(folded)) return [{ ...word, key: folded }]
    return partsOf(word).map((part) => {
      const key = keysOf(part).folded
      return { ...part, key: keys.has(key) ? key : undefined }
    })
  })
  return withPhrases(asTyped(seen, keys.exact), keys.phrases)
}

/** Without what is spelled otherwise, of words that stand there as they were typed. */
function asTyped(seen: Seen[], exact?: Marked['exact']): Seen[] {
  if (!exact?.size) return seen
  const isTyped = (word: Seen) => word.key !== undefined && exact.has(keysOf(word).exact)
  const typed = new Set(seen.filter(isTyped).map(({ key }) => key))
  return seen.map((word) => (typed.has(word.key) && !isTyped(word) ? { ...word, key: undefined } : word))
}

function withPhrases(seen: Seen[], phrases: Marked['phrases'] = []): Seen[] {
  if (phrases.length === 0) return seen
  const keys = seen.map((word) => keysOf(word).folded)
  const marked = [...seen]
  for (const phrase of phrases) {
    for (let at = keys.indexOf(phrase[0] as string); at >= 0; at = keys.indexOf(phrase[0] as string, at + 1)) {
      if (!phrase.every((key, index) => keys[at + index] === key)) continue
      phrase.forEach((key, index) => {
        marked[at + index] = { ...(seen[at + index] as Seen), key }
      })
    }
  }
  return marked
}

/** The stretch of hits with the most different words, then with the most beside each other, then the most; the first of equal ones. */
function densest(hits: Hit[]): { start: number; end: number } | undefined {
  let best: { start: number; end: number; value: number } | undefined
  let first = 0
  hits.forEach((last, index) => {
    // A word may be longer than a cutting: an address, for example.
    while (first < index && last.end - (hits[first] as Hit).start > cuttingLength) first += 1
    const stretch = hits.slice(first, index + 1).slice(0, 40)
    const together = stretch.slice(1).filter(({ isNext }) => isNext).length
    const value = new Set(stretch.map(({ key }) => key)).size * 10_000 + together * 100 + stretch.length
    if (!best || value > best.value) best = { start: (hits[first] as Hit).start, end: last.end, value }
  })
  return best
}

/** Widens a stretch to a cutting, at the bounds of words. */
function around(seen: Seen[], { start, end }: { start: number; end: number }, length: number): [number, number] {
  const spare = Math.max(0, cuttingLength - (end - start))
  const from = start - spare / 3
  const first = seen.find((word) => word.start >= from)?.start ?? start
  const to = Math.max(first <= 3 ? cuttingLength : first + cuttingLength, end)
  const last = seen.findLast((word) => word.end <= to)?.end ?? end
  return [from <= 0 ? 0 : Math.min(first, start), to >= length ? length : Math.max(last, end)]
}

function marked(text: string, seen: Seen[], start: number, end: number): string {
  let [html, at] = ['', start]
  const write = (until: number) => {
    html += escapeHtml(text.slice(at, until))
    at = until
  }
  let open: Seen | undefined
  for (const hit of seen.filter(({ key, ...word }) => key !== undefined && word.start >= start && word.end <= end)) {
    // Neighbours are one mark.
    if (open && beside.test(text.slice(at, hit.start))) write(hit.end)
    else {
      if (open) html += '</mark>'
      write(hit.start)
      html += '<mark>'
      write(hit.end)
    }
    open = hit
  }
  if (open) html += '</mark>'
  write(end)
  return html
}
