import type { Db } from '../db/client.ts'
import { fieldProblem } from '../errors.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { type ArticleRow, readRevision } from './article.ts'
import { changedFields, hashOf } from './edit.ts'
import { requireReferences } from './references.ts'
import { addRevision, findRevision, pickContent, type RevisionContent, sealRevision } from './revisions.ts'
import type { Effect } from './verbs.ts'

/**
 * Makes an earlier revision's content the newest one, always as a revision of its own: what stood before is sealed, so the way back
 * stays open. Throws `unknown_reference` for a revision that is not there or was emptied, and for what it names and is gone.
 */
export async function restore(tx: Db, article: ArticleRow, actor: ActingPerson, input: { revision: number }): Promise<Effect> {
  const after = await requireContent(tx, article.id, input.revision)
  await requireReferences(tx, after)
  const head = await readRevision(tx, article.headRevisionId)
  const before = pickContent(head)
  const fields = changedFields(before, after)
  if (fields.length === 0) return { set: {}, fields }
  await sealRevision(tx, head)
  const headRevisionId = await addRevision(tx, article, head, after, actor)
  const hashes = { before: hashOf(before), after: hashOf(after) }
  return { set: { headRevisionId }, fields, hashes, content: after, detail: { revision: input.revision } }
}

async function requireContent(tx: Db, articleId: string, number: number): Promise<RevisionContent> {
  const revision = await findRevision(tx, articleId, number)
  if (revision && revision.redactedAt === null) return pickContent(revision)
  const message = 'The article has no such revision, or it was emptied.'
  throw fieldProblem('unknown_reference', { in: 'body', pointer: '/revision', code: 'unknown', message })
}
