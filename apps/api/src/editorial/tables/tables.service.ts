import { type Table, type TableInput, tableLimits } from '@bantin/shared/tables'
import { ProblemError } from '../../errors.ts'
import { withReceived } from '../../guarded/receive-file.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { Upload } from '../../lib/upload.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import { RefusedFile } from '../refused-file.ts'
import { cellsOfText } from './cells-of-text.ts'
import { readApart } from './read-apart.ts'
import { tableOfCells } from './table-of-cells.ts'

/** The table of a pasted text. Nothing is stored. Throws `forbidden`, the `file_…` codes, `unavailable`. */
export async function readPasted(actor: ActingPerson, { text }: TableInput): Promise<Table> {
  requireOrganizationReader(actor)
  return text.length > short ? await readApart({ text }) : readHere(text)
}

/** Reading so many letters costs less than a process. */
const short = 50_000

function readHere(text: string): Table {
  try {
    return tableOfCells(cellsOfText(text))
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    throw new ProblemError(error.refusal.code, { detail: error.refusal.detail })
  }
}

/**
 * The table of the one file of a request, which lies in `folder` meanwhile. Read to the end of the request: what breaks off behind the file,
 * or has more than one, is refused whole. Throws `forbidden`, the `file_…` codes, `invalid_request`, `unavailable`.
 */
export async function readFileTable(folder: string, actor: ActingPerson, files: AsyncIterable<Upload>): Promise<Table> {
  requireOrganizationReader(actor)
  let table: Table | undefined
  for await (const { bytes } of files) {
    table = await withReceived({ folder, limit: tableLimits.bytes }, bytes, ({ path }) => readApart({ path }))
  }
  if (!table) throw new ProblemError('invalid_request')
  return table
}
