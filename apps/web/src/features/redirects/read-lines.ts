import { maxImport, type NewRedirect } from '@bantin/shared/redirects'
import { readOldAddress } from './read-address.ts'

/** A line of a pasted list; `redirect` is null where no new address was found in it. */
export interface PastedLine {
  /** Its number in the list, from 1. */
  number: number
  text: string
  redirect: NewRedirect | null
}

/** The lines of a pasted list that say something. */
export function readLines(pasted: string): PastedLine[] {
  return pasted
    .split(/\r\n|\r|\n/)
    .map((text, place) => ({ number: place + 1, text: text.trim(), redirect: readLine(text) }))
    .filter(({ text }) => text !== '')
}

/** Old and new with a tab between them, or a semicolon; addresses may hold semicolons, so it is the one before a new address. */
function readLine(text: string): NewRedirect | null {
  const [from, to] = text.includes('\t') ? text.split('\t').map(unquote) : splitAtSemicolon(text)
  const fromPathQuery = readOldAddress(from ?? '')
  return fromPathQuery && to ? { fromPathQuery, url: to } : null
}

function splitAtSemicolon(text: string): string[] {
  const [, from = '', to = ''] = /^(.*?);(?=\s*"?(?:https?:\/\/|\/))(.*)$/i.exec(text) ?? []
  return [unquote(from), unquote(to)]
}

/** Spreadsheets put quotes around what they export. */
function unquote(cell: string): string {
  const text = cell.trim()
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text
}

/** How large a request may become; the API takes 1 MiB. */
const maxBytes = 800_000

/** The lines in portions that the API takes, in their order. Each is taken as a whole or not at all. */
export function inPortions<T extends { redirect: NewRedirect }>(lines: readonly T[]): T[][] {
  const portions: T[][] = []
  let [portion, bytes]: [T[], number] = [[], 0]
  for (const line of lines) {
    const size = new TextEncoder().encode(JSON.stringify(line.redirect)).length + 1
    if (portion.length === maxImport || (portion.length > 0 && bytes + size > maxBytes)) {
      portions.push(portion)
      portion = []
      bytes = 0
    }
    portion.push(line)
    bytes += size
  }
  return portion.length > 0 ? [...portions, portion] : portions
}
