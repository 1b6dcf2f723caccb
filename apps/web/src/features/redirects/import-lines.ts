import type { FieldError } from '@bantin/shared/errors'
import type { NewRedirect, RedirectImportResult } from '@bantin/shared/redirects'
import { ApiError } from '../../lib/api-error.ts'
import { inPortions, type PastedLine, readLines } from './read-lines.ts'

/** A line that was not taken and the codes of what is wrong with it; `no_split`: there is no new address in it. */
export interface FaultyLine {
  line: PastedLine
  codes: string[]
}

export interface ImportResult extends RedirectImportResult {
  /** In the order of the list. */
  faulty: FaultyLine[]
  /** How many lines there were. */
  all: number
}

interface ImportOptions {
  /** Lines that are faulty are left out and the others go in; otherwise it ends where one is. */
  rest: boolean
  /** Takes redirects, all or none. Rejects with ApiError and the place of each fault. */
  send: (redirects: NewRedirect[]) => Promise<RedirectImportResult>
  onProgress: (done: number, all: number) => void
}

type ReadLine = PastedLine & { redirect: NewRedirect }

/** Sends a pasted list in portions. Sent again it changes nothing that went in before. Rejects with what is no fault of a line. */
export async function importLines(pasted: string, { rest, send, onProgress }: ImportOptions): Promise<ImportResult> {
  const lines = readLines(pasted)
  const read = lines.filter((line): line is ReadLine => line.redirect !== null)
  const unread = lines.filter(({ redirect }) => redirect === null)
  const result: ImportResult = {
    created: 0,
    unchanged: 0,
    faulty: unread.map((line) => ({ line, codes: ['no_split'] })),
    all: lines.length,
  }
  if (unread.length > 0 && !rest) return result
  let done = 0
  for (const portion of inPortions(read)) {
    onProgress(done, read.length)
    const faulty = await take(portion, send, result)
    if (faulty.length > 0 && !rest) break
    if (faulty.length > 0) await take(without(portion, faulty), send, result)
    done += portion.length
  }
  result.faulty.sort((a, b) => a.line.number - b.line.number)
  return result
}

/** Sends a portion and counts what became of it; answers its faulty lines. */
async function take(portion: ReadLine[], send: ImportOptions['send'], result: ImportResult): Promise<FaultyLine[]> {
  if (portion.length === 0) return []
  try {
    const { created, unchanged } = await send(portion.map(({ redirect }) => redirect))
    result.created += created
    result.unchanged += unchanged
    return []
  } catch (error) {
    const faulty = error instanceof ApiError ? faultsAt(portion, error.errors) : []
    if (faulty.length === 0) throw error
    result.faulty.push(...faulty)
    return faulty
  }
}

/** The API names places such as `/redirects/7/url`. */
function faultsAt(portion: ReadLine[], errors: FieldError[]): FaultyLine[] {
  const byPlace = Map.groupBy(errors, ({ pointer = '' }) => /^\/redirects\/(\d+)/.exec(pointer)?.[1])
  return [...byPlace].flatMap(([place, faults]) => {
    const line = place === undefined ? undefined : portion[Number(place)]
    return line ? [{ line, codes: [...new Set(faults.map(({ code }) => code))] }] : []
  })
}

function without(portion: ReadLine[], faulty: FaultyLine[]): ReadLine[] {
  const numbers = new Set(faulty.map(({ line }) => line.number))
  return portion.filter(({ number }) => !numbers.has(number))
}
