import type { Db } from '../../db/client.ts'
import { emptyHead, nextHead } from '../changes.ts'
import type { Fault, FaultKind } from './fault.ts'
import { type LoggedEdition, readLog } from './log.repository.ts'
import { inPages } from './pages.ts'

/** Heads that witnesses hold, each with the number of the row of which it was the head, or null as long as none is found. */
export type Witnesses = Map<string, number | null>

/** What the next row is held against: its number, and the heads that it may follow from. */
interface Place {
  seq: number
  heads: string[]
}

/** Makes the chain of the publication log again from its first row, and looks for what the witnesses hold. */
export async function* checkLog(tx: Db, counts: { logRows: number }, witnesses: Witnesses): AsyncGenerator<Fault> {
  let before: Place = { seq: 0, heads: [emptyHead] }
  if (witnesses.has(emptyHead)) witnesses.set(emptyHead, 0)
  for await (const page of inPages((last: LoggedEdition | undefined) => readLog(tx, last))) {
    for (const logged of page) {
      const { faults, after } = checkRow(before, logged)
      yield* faults
      if (witnesses.has(logged.row.head)) witnesses.set(logged.row.head, logged.row.seq)
      counts.logRows += 1
      before = after
    }
  }
  for (const [head, seq] of witnesses) {
    if (seq === null) yield { kind: 'log_witness', expected: `a row with the head sha256:${head}`, found: 'that the log never had it' }
  }
}

function checkRow(before: Place, { row, editionHash }: LoggedEdition): { faults: Fault[]; after: Place } {
  const { seq, siteId: site, articleId: article, edition, hash, head } = row
  const faults: Fault[] = []
  const fault = (kind: FaultKind, expected: string, found: string) => faults.push({ kind, seq, article, edition, expected, found })
  if (editionHash === null) fault('log_edition', 'an edition', 'none')
  else if (hash !== editionHash) fault('log_hash', `sha256:${editionHash}`, `sha256:${hash}`)

  if (seq !== before.seq + 1) {
    // What it should follow from is not there.
    faults.push({ kind: 'log_seq', seq: before.seq + 1, expected: `row ${before.seq + 1}`, found: `row ${seq}` })
    return { faults, after: { seq, heads: [head] } }
  }
  const [expected = '', ...others] = before.heads.map((previous) => nextHead(previous, { seq, site, article, edition, hash }))
  if ([expected, ...others].includes(head)) return { faults, after: { seq, heads: [head] } }
  fault('log_head', `sha256:${expected}`, `sha256:${head}`)
  // One wrong head is one fault: the next row follows from the right one or from the wrong one.
  return { faults, after: { seq, heads: [head, expected] } }
}
