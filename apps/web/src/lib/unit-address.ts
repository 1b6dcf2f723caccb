import { unitPageParameters as names } from '@bantin/shared/unit-page-parameters'
import { isDay } from './is-day.ts'

/** What the address of a unit's page says beside the unit. Absent is what it does not say, or not in a way that means anything. */
export interface AskedOfUnit {
  /** The day that it is shown as on; today without it. */
  day?: string
  /** The year of which a bloc's results are shown. */
  year?: number
}

/** The name of the form's field for the day. */
export const dayParameter = names.day

/** Reads the query of an address; any is one. */
export function readUnitAsked(search: string): AskedOfUnit {
  const given = new URLSearchParams(search)
  const day = given.get(names.day)
  const year = given.get(names.year) ?? ''
  return { ...(isDay(day) ? { day } : {}), ...(/^[12]\d{3}$/.test(year) ? { year: Number(year) } : {}) }
}

/** The query of an address that asks so: empty, or with its question mark. */
export function unitQueryOf(asked: AskedOfUnit): string {
  const said = (['day', 'year'] as const).flatMap((name): [string, string][] =>
    asked[name] === undefined ? [] : [[names[name], String(asked[name])]],
  )
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}
