import { type Static, Type } from 'typebox'
import { object } from './object.ts'

/** What is read of a table at most; more is refused. */
export const tableLimits = { bytes: 10_000_000, rows: 20_000, columns: 100, cells: 400_000, letters: 8_000_000 }

/** A table as it was pasted: cells between tabs as spreadsheets copy them, or CSV with commas or semicolons, found by themselves. */
export const TableInput = object({ text: Type.String({ minLength: 1, maxLength: 900_000 }) })
export type TableInput = Static<typeof TableInput>

/**
 * A table as it was sent, of strings: `columns` is its first row with two cells or more, because titles stand above it; rows without a word
 * are left out. A column without a heading is called by its letters, as in a spreadsheet. Numbers of a spreadsheet have a comma before
 * their decimals, days are `YYYY-MM-DD`.
 */
export const Table = object({
  columns: Type.Array(Type.String()),
  /** Each with as many cells as there are columns. */
  rows: Type.Array(Type.Array(Type.String())),
  /** Where each row stands in what was sent, the first one being 1: what a message about it names. */
  lines: Type.Array(Type.Integer()),
})
export type Table = Static<typeof Table>
