import type { Emulation } from '@bantin/shared/blocs'
import type { Unit } from '@bantin/shared/units'
import { queryOptions } from '@tanstack/react-query'
import { lookUp } from '../../lib/lookup.ts'
import { apiOf } from '../../lib/query-client.ts'
import type { AskedOfUnit } from '../../lib/unit-address.ts'

/** What a bloc's year came to. */
export function emulationQuery(slug: string, year: number) {
  return queryOptions({
    queryKey: ['units', 'emulation', slug, year],
    queryFn: ({ client, signal }) =>
      lookUp(apiOf(client).get<Emulation>(`/units/${encodeURIComponent(slug)}/emulation/${year}`, { signal })),
  })
}

/** The year whose results a bloc's page shows: the one asked for, else the last one until the day; undefined where nothing is decided. */
export function yearShown({ emulationYears: years }: Unit, { year, day }: AskedOfUnit): number | undefined {
  if (year !== undefined && years.includes(year)) return year
  return years.find((each) => day === undefined || each <= Number(day.slice(0, 4))) ?? years[0]
}
