import type { Dropped } from '../conversions.ts'

/** Counts what has no place in a body. */
export interface DropReport {
  add: (what: string, words?: string) => void
  /** The most frequent first. */
  list: () => Dropped[]
}

const sampleLength = 80

/** An empty report. `clean` makes texts of any kind ones that can be sent. */
export function createReport(clean: (text: string) => string): DropReport {
  const found = new Map<string, Dropped>()
  return {
    add: (what, words = '') => {
      const known = found.get(what)
      if (known) known.count += 1
      else found.set(what, { what, count: 1, sample: sampleOf(clean(words)) })
    },
    list: () => [...found.values()].sort((a, b) => b.count - a.count),
  }
}

function sampleOf(words: string): string | null {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line === '') return null
  return line.length > sampleLength ? `${[...line].slice(0, sampleLength).join('')}…` : line
}
