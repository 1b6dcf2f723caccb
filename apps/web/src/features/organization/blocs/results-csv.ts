import type { EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import type { BlocsWords } from '../../../lib/i18n/desk/vi-blocs.ts'
import { csvOf } from '../tables/csv-of.ts'

/** The results as CSV for spreadsheets, which can be taken in again; decimals stand after a comma. */
export function resultsCsv({ results, members }: Pick<EditorialBlocYear, 'results' | 'members'>, words: BlocsWords['year']): string {
  const codes = new Map(members.map(({ unitId, code }) => [unitId, code]))
  const { columns } = words
  const head = [words.code, columns.member, columns.self, columns.bloc, columns.final, columns.rank, columns.note]
  const rows = results.map(({ unitId, name, self, bloc, final, rank, note }) => [
    codes.get(unitId) ?? '',
    name,
    ...[self, bloc, final, rank].map(asCell),
    note ?? '',
  ])
  return csvOf([head, ...rows])
}

/** A number as people here write it; "" for none. */
export function asCell(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',')
}
