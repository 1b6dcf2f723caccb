import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/**
 * Empties the revisions of these editions, those that led to them, and those that were written on their ground: from behind the edition
 * before up to, and not with, the next one's revision or the one that is being written. Checkpoints among them go altogether.
 * Answers how many revisions that were.
 */
export async function emptyRevisions(tx: Db, articleId: string, numbers: number[]): Promise<number> {
  const ofThem = revisionsOf(articleId, numbers)
  const deleted = await tx.execute(sql`DELETE FROM article_revisions r WHERE ${ofThem} AND NOT r.sealed`)
  const emptied = await tx.execute(sql`
    UPDATE article_revisions r SET redacted_at = now(), title = '', kicker = NULL, sapo = NULL, body = '{"type":"doc","content":[]}',
      body_text = '', hero_media_id = NULL, bylines = '[]', units = '[]', category_ids = '{}', tag_ids = '{}', event = NULL, source = NULL,
      genre = NULL, related_ids = '{}', label = NULL
    WHERE ${ofThem} AND r.redacted_at IS NULL`)
  return (deleted.rowCount ?? 0) + (emptied.rowCount ?? 0)
}

export async function emptyEditions(tx: Db, articleId: string, numbers: number[], reason: string): Promise<void> {
  if (numbers.length === 0) return
  await tx.execute(sql`
    UPDATE editions SET redacted_at = now(), redaction_reason = ${reason}, document = '', note = NULL,
      correction = CASE WHEN correction IS NOT NULL THEN jsonb_build_object('wrong', '', 'right', '', 'at', correction -> 'at') END
    WHERE article_id = ${articleId} AND ${inArray(sql`edition`, numbers)}`)
}

/** What people without an account said about revisions that are empty now; that they answered stays. */
export async function emptyOpinions(tx: Db, articleId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE opinions o SET text = NULL FROM article_revisions r
    WHERE r.id = o.revision_id AND r.article_id = ${articleId} AND r.redacted_at IS NOT NULL AND o.text IS NOT NULL`)
}

/**
 * The words that people were told with: they may repeat what is emptied, and nobody else can delete them. Comments stay, which
 * editors can delete, as does the audit log.
 */
export async function emptyNotes(tx: Db, articleId: string): Promise<void> {
  await tx.execute(sql`UPDATE notifications SET note = NULL WHERE article_id = ${articleId} AND note IS NOT NULL`)
}

function revisionsOf(articleId: string, numbers: number[]): SQL {
  return sql`r.article_id = ${articleId} AND EXISTS (
    SELECT FROM editions e JOIN article_revisions p ON p.id = e.revision_id
    WHERE e.article_id = ${articleId} AND ${inArray(sql`e.edition`, numbers)}
      AND r.number > coalesce((SELECT q.number FROM editions b JOIN article_revisions q ON q.id = b.revision_id
        WHERE b.article_id = ${articleId} AND b.edition = e.edition - 1), 0)
      AND (r.number <= p.number OR r.number < coalesce(
        (SELECT q.number FROM editions n JOIN article_revisions q ON q.id = n.revision_id
          WHERE n.article_id = ${articleId} AND n.edition = e.edition + 1),
        (SELECT h.number FROM articles a JOIN article_revisions h ON h.id = a.head_revision_id WHERE a.id = ${articleId}))))`
}
