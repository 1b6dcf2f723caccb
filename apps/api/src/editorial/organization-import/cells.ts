import { LocalDate, line as lineOf } from '@bantin/shared/fields'
import { Slug } from '@bantin/shared/ids'
import { readNumber } from '@bantin/shared/read-number'
import { Value } from 'typebox/value'
import { addProblem, type Line } from './lines.ts'

const isDay = (cell: string) => Value.Check(LocalDate, cell)
const isSlug = (cell: string) => Value.Check(Slug, cell)
const isLine = (cell: string, longest: number) => Value.Check(lineOf(longest), cell)
const largest = 100_000

/** What the cell of a field says, undefined where it says nothing, or nothing that can be taken: then the line has a problem. */
export function readText<F extends string>(line: Line<F>, field: F, longest: number): string | undefined {
  const cell = line.cells[field]
  if (cell === undefined) return undefined
  if (cell.length > longest) return addProblem(line, field, 'too_long', `At most ${longest} letters are taken here.`)
  return isLine(cell, longest) ? cell : addProblem(line, field, 'not_a_line', 'It has signs that a line of text cannot have.')
}

/** A day as people here write it, `28/12/2021`, or `2021-12-28`. */
export function readDay<F extends string>(line: Line<F>, field: F): string | undefined {
  const cell = line.cells[field]
  if (cell === undefined) return undefined
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? []
  const said = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(said) ? said : addProblem(line, field, 'not_a_day', `"${cell}" is no day: write 28/12/2021 or 2021-12-28.`)
}

/** The last day of a period is not before its first. */
export function requireOrder(line: Line<'from' | 'through'>, from: string | null | undefined, through: string | null | undefined): void {
  if (from && through && through < from) addProblem(line, 'through', 'before_from', 'The last day is before the first.')
}

/** A place among others: a whole number. */
export function readPlace<F extends string>(line: Line<F>, field: F): number | undefined {
  const cell = line.cells[field]
  if (cell === undefined) return undefined
  const number = readNumber(cell)
  if (number !== undefined && Number.isInteger(number) && number >= 0 && number <= largest) return number
  return addProblem(line, field, 'not_a_number', `"${cell}" is no whole number from 0 to ${largest}.`)
}

export function readSlug<F extends string>(line: Line<F>, field: F): string | undefined {
  const cell = readText(line, field, 90)
  if (cell === undefined || isSlug(cell)) return cell
  return addProblem(
    line,
    field,
    'not_a_slug',
    `"${cell}" is no part of an address: it has small letters without diacritics, digits and hyphens.`,
  )
}

export function readKind<F extends string, K>(line: Line<F>, field: F, read: (cell: string) => K | undefined): K | undefined {
  const cell = line.cells[field]
  if (cell === undefined) return undefined
  return read(cell) ?? addProblem(line, field, 'not_a_kind', `"${cell}" is none of the kinds.`)
}

/** Only what is said. */
export function saidOf<T extends object>(fields: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof T]: Exclude<T[K], undefined>
  }>
}
