import type { Compared } from './compare.ts'
import type { Report } from './report.ts'

/** A line of the table with what is asked of it. */
export interface Line {
  row: Report['rows'][number]
  /** Absent: it is told, and nothing is asked of it. */
  bar?: Report['bars'][number]
}

/** We beside a bare program: at least `least` of its rate, by processor time. */
export function besideBare(what: string, { ours, other, ratio }: Compared, least: number): Line {
  const row = {
    what,
    'a second': Math.round(ours.rate),
    bare: Math.round(other.rate),
    ratio: hundredths(ratio.rate),
    'µs of a processor': Math.round(ours.cost),
    'bare µs': Math.round(other.cost),
    'ratio of µs': hundredths(ratio.cost),
  }
  return { row, bar: { what: `${what}: ${hundredths(ratio.cost)} × bare, at least ${least}`, isReached: ratio.cost >= least } }
}

/** The large archive beside the small one: its answers may cost at most `most` times as much. */
export function besideFew(what: string, { ours, other, ratio }: Compared, most: number): Line {
  const { row } = besideBare(what, { ours, other, ratio }, 0)
  const times = hundredths(1 / ratio.cost)
  return { row, bar: { what: `${what}: costs ${times} ×, at most ${most}`, isReached: times <= most } }
}

/** A figure that may be at most so large. */
export function atMost(what: string, figure: number, most: number, unit: string): Report['bars'][number] {
  return { what: `${what}: ${hundredths(figure)} ${unit}, at most ${most}`, isReached: figure <= most }
}

/** A figure that has to be at least so large. */
export function atLeast(what: string, figure: number, least: number, unit: string): Report['bars'][number] {
  return { what: `${what}: ${hundredths(figure)} ${unit}, at least ${least}`, isReached: figure >= least }
}

/** A figure of which nothing is asked. */
export function justTold(what: string, figure: number, unit: string): Report['bars'][number] {
  return { what: `${what}: ${hundredths(figure)} ${unit}`, isReached: true }
}

function hundredths(figure: number): number {
  return Math.round(figure * 100) / 100
}
