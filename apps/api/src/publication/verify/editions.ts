import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { bodyText } from '@bantin/shared/body/body-text'
import canonicalize from 'canonicalize'
import type { Db } from '../../db/client.ts'
import { documentOf } from '../editions.ts'
import { shownMedia } from '../shown-media.ts'
import { attempt } from './attempt.ts'
import { readEditions, readHashes, type StoredEdition } from './editions.repository.ts'
import type { Fault, FaultKind } from './fault.ts'
import { inPages } from './pages.ts'

/** Holds the document of every edition against its hash, its row and its revision. Counts into `counts`. */
export async function* checkEditions(tx: Db, counts: { editions: number; redacted: number }): AsyncGenerator<Fault> {
  for await (const page of inPages((last: StoredEdition | undefined) => readEditions(tx, last))) {
    const hashes = await readHashes(tx, [...new Set(page.flatMap(filesOf))])
    for (const stored of page) {
      counts.editions += 1
      if (stored.edition.redactedAt) counts.redacted += 1
      yield* faultsOf(stored, hashes)
    }
  }
}

function faultsOf(stored: StoredEdition, hashes: Map<string, string>): Fault[] {
  const { edition: row, article, revision } = stored
  const fault = (kind: FaultKind, expected: string, found: string): Fault => ({
    kind,
    article: row.articleId,
    edition: row.edition,
    expected,
    found,
  })
  if (!article) return [fault('edition_row', 'its article', 'none')]
  if (!revision) return [fault('edition_content', 'its revision', 'none')]

  const faults: Fault[] = []
  if (attempt(() => bodyText(revision.body)) !== revision.bodyText) faults.push(fault('revision_text', "the body's text", 'another'))
  // Its words are gone, and with them all that could be compared.
  if (row.redactedAt) return faults

  const hash = createHash('sha256').update(row.document).digest('hex')
  if (hash !== row.hash) return [...faults, fault('edition_hash', `sha256:${hash} by its document`, `sha256:${row.hash}`)]
  const said = readCanonical(row.document)
  if (!said) return [...faults, fault('edition_canonical', 'canonical JSON', 'something else')]
  const differing = differingFields(stored, said, hashes)
  const ofContent = differing.filter((name) => contentOfDocuments.has(name))
  const ofRow = differing.filter((name) => !contentOfDocuments.has(name))
  if (ofRow.length > 0) faults.push(fault('edition_row', `${ofRow.join(', ')} as in its row`, 'others'))
  if (ofContent.length > 0) faults.push(fault('edition_content', `${ofContent.join(', ')} as in revision ${revision.number}`, 'others'))
  return faults
}

const contentOfDocuments = new Set(['title', 'sapo', 'kicker', 'body', 'bylines', 'units', 'event', 'source', 'media'])

/** The document, when writing it again gives the same bytes. */
function readCanonical(document: string): Record<string, unknown> | undefined {
  const said: unknown = attempt(() => JSON.parse(document))
  const isObject = typeof said === 'object' && said !== null && !Array.isArray(said)
  return isObject && attempt(() => canonicalize(said)) === document ? { ...said } : undefined
}

function differingFields(stored: StoredEdition, said: Record<string, unknown>, hashes: Map<string, string>): string[] {
  const { edition, article, revision } = stored
  if (!article || !revision) return []
  // Which files they are stands for ever; what is said about them may have been bettered since.
  const saidOfFiles: unknown[] = Array.isArray(said.media) ? said.media : []
  const files = filesOf(stored).map((id, i) => ({ ...(saidOfFiles[i] as object | undefined), id, sha256: hashes.get(id) }))
  const should: Record<string, unknown> = documentOf(article, revision, edition, files)
  const names = new Set([...Object.keys(should), ...Object.keys(said)])
  return [...names].filter((name) => !isDeepStrictEqual(should[name], said[name]))
}

/** The files that its revision shows; none of a body that cannot be read, which is a fault anyhow. */
function filesOf({ revision }: StoredEdition): string[] {
  return (revision && attempt(() => shownMedia(revision))) ?? []
}
