/**
 * How rows are written as CSV (RFC 4180) for spreadsheets: with a byte order mark, without which they take Vietnamese for something else,
 * and with an apostrophe before what they would take for a formula.
 */
export const csvForSpreadsheets = { header: true, bom: true, record_delimiter: 'windows', escape_formulas: true } as const
