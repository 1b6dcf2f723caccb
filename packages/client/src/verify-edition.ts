import type { EditionDocument } from './contract.ts'

export interface GivenEdition {
  /** The answer of an edition's `documentUrl`, byte for byte: what was parsed and written again is something else. */
  document: string | Uint8Array
  /** `sha256:…`, as the list of editions, the article or your own notes have it. */
  hash: string
  /** Its place in the publication log, and the log's head before it and after it, to verify that it stands there. */
  log?: { seq: number; previousHead: string; head: string }
}

/** What is given is not what was published. */
export class EditionRefusedError extends Error {
  override name = 'EditionRefusedError'
}

/** A row of the publication log. Hashes and heads may be given with `sha256:` before them, as the API has them, or bare. */
export interface LogRow {
  seq: number
  site: string
  article: string
  edition: number
  hash: string
}

/** The edition that was published, or rejects with EditionRefusedError: the hash is another one, or the log has another head. */
export async function verifyEdition({ document, hash, log }: GivenEdition): Promise<EditionDocument> {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : Uint8Array.from(document)
  if ((await sha256(bytes)) !== bare(hash)) throw new EditionRefusedError('the document has another hash')
  const edition = JSON.parse(new TextDecoder().decode(bytes)) as EditionDocument
  if (log) {
    const { site, article, edition: number } = edition
    const head = await nextHead(log.previousHead, { seq: log.seq, site, article, edition: number, hash })
    if (head !== `sha256:${bare(log.head)}`) throw new EditionRefusedError('the log has another head behind this edition')
  }
  return edition
}

/** The head of the publication log behind a row: SHA-256 of the head before it and the row, in RFC 8785's order of names. */
export async function nextHead(previousHead: string, { article, edition, hash, seq, site }: LogRow): Promise<string> {
  const row = JSON.stringify({ article, edition, hash: bare(hash), seq, site })
  return `sha256:${await sha256(new TextEncoder().encode(bare(previousHead) + row))}`
}

/** The head before the first row. */
export const emptyHead = `sha256:${'0'.repeat(64)}`

function bare(hash: string): string {
  return hash.replace(/^sha256:/, '').toLowerCase()
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
