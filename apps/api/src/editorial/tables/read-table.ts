import { readFile } from 'node:fs/promises'
import type { Table } from '@bantin/shared/tables'
import { decodeUnicodeText } from '../decode-text.ts'
import { RefusedFile } from '../refused-file.ts'
import { cellsOfText } from './cells-of-text.ts'
import { cellsOfWorkbook } from './cells-of-workbook.ts'
import type { TableOrder } from './order.ts'
import { tableOfCells } from './table-of-cells.ts'

const zip = [0x50, 0x4b, 0x03, 0x04]
// The container of .xls, and of .xlsx with a password.
const compound = [0xd0, 0xcf, 0x11, 0xe0]

/** The table of a text or a file, which is known by its bytes, whatever it is called. Throws `RefusedFile`. */
export async function readTable(order: TableOrder): Promise<Table> {
  return tableOfCells('text' in order ? cellsOfText(order.text) : await cellsOfFile(order.path))
}

async function cellsOfFile(path: string): Promise<string[][]> {
  const bytes = await readFile(path)
  const startsWith = (signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
  if (startsWith(zip)) return await cellsOfWorkbook(path)
  if (startsWith(compound)) throw new RefusedFile('file_not_accepted', ofOldExcel)
  const text = decodeUnicodeText(bytes)
  if (text === undefined) throw new RefusedFile('file_not_accepted', ofOthers)
  return cellsOfText(text)
}

const ofOldExcel = 'This is an old workbook (.xls), or one with a password. Save it as workbook (.xlsx) without a password.'
const ofOthers = 'Send a workbook (.xlsx), or CSV in UTF-8 or UTF-16: in Excel, "CSV UTF-8" among the types to save as.'
