import type { Dropped } from '../conversions.ts'

/** Counts what has no place in a body. */
export interface DropReport {
  add: (what: string, words?: string) => void
  /** The most frequent first. */
  list: () => Dropped[]
}

const sampleLength = 80

/** An empty report. */
export function createReport(): DropReport {
  const found = new Map<string, Dropped>()
  return {
    add: (what, words = '') => {
      const known = found.get(what)
      if (known) known.count += 1
      else found.set(what, { what, count: 1, sample: sampleOf(words) })
    },
    list: () => [...found.values()].sort((a, b) => b.count - a.count),
  }
}

function sampleOf(words: string): string | null {
  const line = words.replace(/\s+/g, ' ').trim().toWellFormed()
  if (line === '') return null
  return line.length > sampleLength ? `${[...line].slice(0, sampleLength).join('')}…` : line
}
