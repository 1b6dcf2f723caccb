/**
 * Rows as CSV (RFC 4180) for spreadsheets: with a byte order mark, and an apostrophe before what would be taken for a formula. A table that
 * is read drops both.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

function quoted(cell: string): string {
  const safe = /^[=+@\t\r-]/.test(cell) && !/^-[\d.,]+$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
