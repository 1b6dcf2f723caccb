import { parse } from 'csv-parse/sync'

/** What another system counted on a local day. */
export interface ImportedDay {
  day: string
  visits: number
  views: number
}

export interface GivenDay extends ImportedDay {
  /** In the file, from 1. */
  line: number
}

/** A line that cannot be taken, and why. */
export interface Refusal {
  line: number
  why: string
}

/** The days of a file, in its order; `refused` is everything else that it has but a heading. */
export interface GivenDays {
  days: GivenDay[]
  refused: Refusal[]
}

/**
 * Reads `day,visits` or `day,visits,views`, one day on each line, separated by commas, semicolons or tabs; a heading is skipped. Days as
 * `2024-12-31` or `31/12/2024`. Where views are missing they are the visits: there is no visit without one.
 */
export function readDays(text: string): GivenDays {
  const given: GivenDays = { days: [], refused: [] }
  const lines = new Map<string, number>()
  for (const [i, { fields, line }] of recordsOf(text).entries()) {
    if (i === 0 && !/\d/.test(fields.join(''))) continue
    const read = readDay(fields)
    const earlier = typeof read === 'string' ? undefined : lines.get(read.day)
    if (typeof read === 'string') given.refused.push({ line, why: read })
    else if (earlier !== undefined) given.refused.push({ line, why: `${read.day} stands twice, first on line ${earlier}` })
    else {
      lines.set(read.day, line)
      given.days.push({ ...read, line })
    }
  }
  return given
}

function recordsOf(text: string): { fields: string[]; line: number }[] {
  const delimiter = [',', ';', '\t']
  const lenient = { bom: true, trim: true, skip_records_with_empty_values: true, relax_column_count: true, relax_quotes: true }
  const records = parse(text, { ...lenient, delimiter, info: true }) as unknown as { record: string[]; info: { lines: number } }[]
  return records.map(({ record, info }) => ({ fields: record, line: info.lines }))
}

/** The day, or why there is none. */
function readDay([written = '', visits = '', views = visits, ...rest]: string[]): ImportedDay | string {
  if (rest.length > 0 || visits === '') return 'a line is day,visits or day,visits,views'
  const day = dayOf(written)
  if (day === undefined) return `${shown(written)} is no day of the calendar since 1990: write 2024-12-31 or 31/12/2024`
  for (const [name, count] of Object.entries({ visits, views })) {
    if (/^-\d+$/.test(count)) return `${name} are negative: ${shown(count)}`
    if (!/^\d{1,12}$/.test(count)) return `${name} are a whole number without separators, and not ${shown(count)}`
  }
  if (Number(views) < Number(visits)) return `fewer views (${views}) than visits (${visits}): each visit is a view at least`
  return { day, visits: Number(visits), views: Number(views) }
}

function dayOf(written: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? []
  const iso = year === '' ? written : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!/^\d{4}-\d\d-\d\d$/.test(iso) || iso < '1990') return undefined
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined
}

function shown(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
}
