import type { Conversion, LegacyFont } from '@bantin/shared/conversions'
import { queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

/** What was chosen, and in whose old letters it is written, if somebody says so. `turn` tells two readings of one file apart. */
export interface Opened {
  file: File
  legacyFont?: LegacyFont | undefined
  turn: number
}

/** A document read as an article's text. Fails with the `file_…` codes. */
export function conversionQuery({ file, legacyFont, turn }: Opened) {
  return queryOptions({
    queryKey: ['editorial', 'conversions', file.name, file.size, file.lastModified, legacyFont ?? null, turn],
    queryFn: ({ client, signal }) =>
      apiOf(client).upload<Conversion>('/editorial/conversions/file', file, { query: { legacyFont }, signal }),
    // Reading it brings its pictures into the library: once, and when it is asked for.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
  })
}
