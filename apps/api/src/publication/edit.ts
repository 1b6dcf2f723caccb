import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import canonicalize from 'canonicalize'
import type { Db } from '../db/client.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { type ArticleRow, readRevision } from './article.ts'
import { requireReferences } from './references.ts'
import { contentFields, pickContent, type RevisionContent, saveContent, withIds } from './revisions.ts'
import type { Effect } from './verbs.ts'

/** Saves a change of content as the newest revision. What is public stays as it is, and so does everything when nothing differs. */
export async function edit(tx: Db, article: ArticleRow, actor: ActingPerson, patch: Partial<RevisionContent>): Promise<Effect> {
  await requireReferences(tx, patch)
  const head = await readRevision(tx, article.headRevisionId)
  const before = pickContent(head)
  const after = withIds({ ...before, ...patch })
  const fields = changedFields(before, after)
  if (fields.length === 0) return { set: {}, fields }
  const headRevisionId = await saveContent(tx, article, head, after, actor)
  return { set: { headRevisionId }, fields, hashes: { before: hashOf(before), after: hashOf(after) }, content: after }
}

/** The names of the fields in which the two differ. */
export function changedFields(before: RevisionContent, after: RevisionContent): (keyof RevisionContent)[] {
  return contentFields.filter((name) => !isDeepStrictEqual(before[name], after[name]))
}

/** SHA-256 of the content's canonical JSON, in hexadecimal. */
export function hashOf(content: object): string {
  return createHash('sha256')
    .update(canonicalize(content) as string)
    .digest('hex')
}
