import type { Days } from '../read-days.ts'

/** Something that lasts for a while, with what is written on it. */
export interface Lasting extends Days {
  id: string
  text: string
  tone: 'plain' | 'light'
}

export interface LineRow {
  id: string
  name: string
  bars: readonly Lasting[]
}

/** A bar by its place on the line, in percent; open ends reach its edge. */
export interface Bar {
  id: string
  text: string
  tone: Lasting['tone']
  start: number
  width: number
  isOpen: boolean
}

export interface TimeLine {
  rows: { id: string; name: string; bars: Bar[] }[]
  years: { year: number; at: number }[]
  today: number
}

/** So many years are written at most. */
const mostYears = 8

/** Whole years from the first day that is known to the last one, and today's; null where nothing lasts. */
export function layOut(rows: readonly LineRow[], today: string): TimeLine | null {
  const all = rows.flatMap(({ bars }) => bars)
  if (all.length === 0) return null
  const known = [today, ...all.flatMap(({ from, through }) => [from, through])].filter((day) => day !== null)
  const numbers = known.map((day) => Number(day.slice(0, 4)))
  const [first, end] = [Math.min(...numbers), Math.max(...numbers) + 1]
  const at = (day: string): number => share(Date.parse(day), Date.UTC(first), Date.UTC(end))
  const barOf = ({ id, text, tone, from, through }: Lasting): Bar => {
    const start = from ? at(from) : 0
    const last = through ? at(dayAfter(through)) : 100
    return { id, text, tone, start, width: Math.max(last - start, 0.5), isOpen: through === null }
  }
  const step = Math.ceil((end - first) / mostYears)
  const years = Array.from({ length: Math.ceil((end - first) / step) }, (_, n) => first + n * step)
  return {
    rows: rows.filter(({ bars }) => bars.length > 0).map(({ id, name, bars }) => ({ id, name, bars: bars.map(barOf) })),
    years: years.map((year) => ({ year, at: at(`${year}-01-01`) })),
    today: at(today),
  }
}

function share(moment: number, from: number, to: number): number {
  return Math.round(((moment - from) / (to - from)) * 10_000) / 100
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
