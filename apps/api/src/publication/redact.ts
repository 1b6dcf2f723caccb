import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { idempotencyKeys } from '../db/schema/collaboration.ts'
import { editions } from '../db/schema/editions.ts'
import { articleSaves } from '../db/schema/revisions.ts'
import { fieldProblem, ProblemError } from '../errors.ts'
import type { ArticleRow } from './article.ts'
import { emptyEditions, emptyNotes, emptyOpinions, emptyRevisions } from './emptying.ts'
import { emptyDraftTerms } from './search/draft-terms.ts'
import { replaceSlugs } from './slugs.ts'
import type { Effect, VerbEffect } from './verbs.ts'

/**
 * Forgets personal data: empties the documents of these editions, the revisions around them, and what was kept of them for merging,
 * retries and telling people; with `address: 'replace'` also the words in the address. Numbers, times and hashes stay, so the
 * publication log still holds. What is public now cannot be emptied: publish a new edition or take it down first. Done again, it takes
 * what was written since.
 */
export const redact: VerbEffect<'redact'> = async (tx, article, _actor, { editions: numbers, reason, address = 'keep' }) => {
  requireNotShown(article, numbers)
  const remaining = await findUnredacted(tx, article.id, numbers)
  const emptied = await emptyRevisions(tx, article.id, numbers)
  if (remaining.length === 0 && emptied === 0 && address === 'keep') return { set: {}, fields: [] }

  await emptyEditions(tx, article.id, remaining, reason)
  await emptyOpinions(tx, article.id)
  await emptyNotes(tx, article.id)
  await emptyDraftTerms(tx, article.id)
  // The hash of a short block can be guessed.
  await tx.delete(articleSaves).where(eq(articleSaves.articleId, article.id))
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.articleId, article.id))
  const set = address === 'replace' ? { slug: await replaceSlugs(tx, article) } : {}
  return {
    set,
    fields: ['redacted'],
    detail: { editions: remaining, revisions: emptied, address, reason },
    ...changeOf(article, remaining, address),
  }
}

/** Those of the editions that still have their words. Throws `unknown_reference` for one that the article does not have. */
async function findUnredacted(tx: Db, articleId: string, numbers: number[]): Promise<number[]> {
  const known = await tx
    .select({ edition: editions.edition, redactedAt: editions.redactedAt })
    .from(editions)
    .where(and(eq(editions.articleId, articleId), inArray(editions.edition, numbers)))
  const missing = numbers.filter((number) => !known.some(({ edition }) => edition === number))
  if (missing.length > 0) throw fieldProblem('unknown_reference', ...missing.map((number) => unknownEdition(numbers.indexOf(number))))
  return known.filter(({ redactedAt }) => redactedAt === null).map(({ edition }) => edition)
}

/** Portals are told when something that they may have has changed. */
function changeOf(article: ArticleRow, remaining: number[], address: string): Pick<Effect, 'change'> {
  if (remaining.length === 0 && address === 'keep') return {}
  const isPublic = article.publicState === 'published' || article.publicState === 'withdrawn'
  return { change: { action: isPublic ? 'put' : 'delete', reason: 'personal_data', edition: article.edition } }
}

function requireNotShown({ publicState, edition }: ArticleRow, numbers: number[]): void {
  const isShown = publicState === 'published' || publicState === 'withdrawn'
  if (!isShown || edition === null || !numbers.includes(edition)) return
  throw new ProblemError('move_not_allowed', {
    detail: `Edition ${edition} is being shown: publish a new one, or hold or remove the article, then redact it.`,
  })
}

function unknownEdition(index: number) {
  return { in: 'body' as const, pointer: `/editions/${index}`, code: 'unknown', message: 'The article has no such edition.' }
}
