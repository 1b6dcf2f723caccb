import type { EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import type { BlocsWords } from '../../lib/i18n/desk/vi-blocs.ts'

/**
 * The results as CSV (RFC 4180) for spreadsheets, which can be taken in again: with a byte order mark, decimals after a comma, and an
 * apostrophe before what would be taken for a formula.
 */
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
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

/** A number as people here write it; "" for none. */
export function asCell(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',')
}

function quoted(cell: string): string {
  const safe = /^[=+@\t\r-]/.test(cell) && !/^-[\d,]+$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
