import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { idempotencyKeys } from '../db/schema/collaboration.ts'
import { editions } from '../db/schema/editions.ts'
import { articleSaves } from '../db/schema/revisions.ts'
import { fieldProblem, ProblemError } from '../errors.ts'
import type { ArticleRow } from './article.ts'
import type { VerbEffect } from './verbs.ts'

/**
 * Forgets personal data: empties the documents of these editions and the revisions that led to them, and the answers that were kept
 * for retries. Numbers, times and hashes stay, so the publication log still holds. What is public now cannot be emptied: publish a new
 * edition or take it down first.
 */
export const redact: VerbEffect<'redact'> = async (tx, article, _actor, { editions: numbers, reason }) => {
  requireNotShown(article, numbers)
  const known = await tx
    .select({ edition: editions.edition, redactedAt: editions.redactedAt })
    .from(editions)
    .where(and(eq(editions.articleId, article.id), inArray(editions.edition, numbers)))
  const missing = numbers.filter((number) => !known.some(({ edition }) => edition === number))
  if (missing.length > 0) throw fieldProblem('unknown_reference', ...missing.map((number) => unknownEdition(numbers.indexOf(number))))
  const remaining = known.filter(({ redactedAt }) => redactedAt === null).map(({ edition }) => edition)
  if (remaining.length === 0) return { set: {}, fields: [] }

  await emptyRevisions(tx, article.id, remaining)
  await emptyEditions(tx, article.id, remaining, reason)
  // The hash of a short block can be guessed.
  await tx.delete(articleSaves).where(eq(articleSaves.articleId, article.id))
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.articleId, article.id))
  const isPublic = article.publicState === 'published' || article.publicState === 'withdrawn'
  return {
    set: {},
    fields: ['redacted'],
    detail: { editions: remaining, reason },
    change: { action: isPublic ? 'put' : 'delete', reason: 'personal_data', edition: article.edition },
  }
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

/** The revisions from behind the edition before up to the one that was published. Checkpoints among them go altogether. */
async function emptyRevisions(tx: Db, articleId: string, numbers: number[]): Promise<void> {
  const ledTo = sql`article_id = ${articleId} AND EXISTS (
    SELECT FROM editions e JOIN article_revisions p ON p.id = e.revision_id
    WHERE e.article_id = ${articleId} AND ${inArray(sql`e.edition`, numbers)} AND r.number <= p.number
      AND r.number > coalesce((SELECT max(q.number) FROM editions b JOIN article_revisions q ON q.id = b.revision_id
        WHERE b.article_id = ${articleId} AND b.edition < e.edition AND q.number < p.number), 0))`
  await tx.execute(sql`DELETE FROM article_revisions r WHERE ${ledTo} AND NOT r.sealed`)
  await tx.execute(sql`
    UPDATE article_revisions r SET redacted_at = now(), title = '', kicker = NULL, sapo = NULL, body = '{"type":"doc","content":[]}',
      body_text = '', hero_media_id = NULL, bylines = '[]', units = '[]', category_ids = '{}', tag_ids = '{}', event = NULL, source = NULL,
      label = NULL
    WHERE ${ledTo} AND r.redacted_at IS NULL`)
}

async function emptyEditions(tx: Db, articleId: string, numbers: number[], reason: string): Promise<void> {
  await tx.execute(sql`
    UPDATE editions SET redacted_at = now(), redaction_reason = ${reason}, document = '', note = NULL,
      correction = CASE WHEN correction IS NOT NULL THEN jsonb_build_object('wrong', '', 'right', '', 'at', correction -> 'at') END
    WHERE article_id = ${articleId} AND ${inArray(sql`edition`, numbers)}`)
}
