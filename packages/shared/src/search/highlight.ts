import { escapeHtml } from '../body/escape-html.ts'
import type { Piece } from './query.ts'
import { keysOf, partsOf, type Word, wordsOf } from './words.ts'

/** Which folded keys are marked. */
export type Marked = Pick<Set<string>, 'has'>

/** A word in a text, and whether it was searched for. */
interface Seen extends Word {
  /** By which of the keys; undefined where it was not. */
  key: string | undefined
}

/** The keys that are marked: of every word that is wanted, and of the parts of those that are put together. */
export function markedKeys(pieces: Piece[]): Set<string> {
  return new Set(pieces.flatMap(({ terms }) => terms.flatMap((term) => [term.folded, ...term.parts.map(({ folded }) => folded)])))
}

/** The whole text, escaped, with `<mark>` around what is wanted. */
export function markWhole(text: string, keys: Marked): string {
  return marked(text, seenIn(text, keys), 0, text.length)
}

/** Letters of a cutting, more or less. */
const cuttingLength = 200
/** So many letters of a text are looked through: some texts have a million, and a hundred are found at a time. */
const lookedThrough = 30_000

/**
 * The part of the text in which the most of what is wanted stands, escaped and marked; empty where nothing does. Of a very long text it is
 * a part of the beginning.
 */
export function cutAndMark(text: string, keys: Marked): string {
  const seen = seenIn(text.slice(0, lookedThrough), keys)
  const hits = seen.filter(({ key }) => key !== undefined)
  const best = densest(hits)
  if (!best) return ''
  const [start, end] = around(seen, best, text.length)
  return `${start > 0 ? '… ' : ''}${marked(text, hits, start, end)}${end < text.length ? ' …' : ''}`
}

function seenIn(text: string, keys: Marked): Seen[] {
  return wordsOf(text).flatMap((word) => {
    const { folded } = keysOf(word)
    if (keys.has(folded)) return [{ ...word, key: folded }]
    return partsOf(word).map((part) => {
      const key = keysOf(part).folded
      return { ...part, key: keys.has(key) ? key : undefined }
    })
  })
}

/** The stretch of hits with the most different words, then the most words; the first of equal ones. */
function densest(hits: Seen[]): { start: number; end: number } | undefined {
  let best: { start: number; end: number; value: number } | undefined
  let first = 0
  hits.forEach((last, index) => {
    // A word may be longer than a cutting: an address, for example.
    while (first < index && last.end - (hits[first] as Seen).start > cuttingLength) first += 1
    const stretch = hits.slice(first, index + 1).slice(0, 40)
    const value = new Set(stretch.map(({ key }) => key)).size * 100 + stretch.length
    if (!best || value > best.value) best = { start: (hits[first] as Seen).start, end: last.end, value }
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
    if (open && /^(\s+|[-/&.'’‑–])$/.test(text.slice(at, hit.start))) write(hit.end)
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
