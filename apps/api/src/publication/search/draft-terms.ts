import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { draftTerms } from '../../db/schema/search.ts'
import { together } from '../../db/together.ts'
import { recordsOf, rowsOf } from '../../db/write-rows.ts'
import { draftTermsOf, type Written } from './article-terms.ts'

/** By which words the newest revision is found from now on. */
export async function saveDraftTerms(tx: Db, articleId: string, content: Written): Promise<void> {
  await write(tx, draftTermsRow(articleId, content))
}

/** The same as a row of an article that is new. */
export function draftTermsRow(articleId: string, content: Written): Row {
  return { articleId, ...draftTermsOf(content) }
}

/** No word of a revision that was emptied is found any more. */
export async function emptyDraftTerms(tx: Db, articleId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE draft_terms SET terms = '' FROM articles a JOIN article_revisions r ON r.id = a.head_revision_id
    WHERE a.id = draft_terms.article_id AND a.id = ${articleId} AND r.redacted_at IS NOT NULL`)
}

type Row = typeof draftTerms.$inferInsert

const write = together(async (tx, rows: Row[]): Promise<undefined[]> => {
  const { records } = recordsOf(rowsOf(draftTerms, ...rows))
  await tx.execute(sql`
    INSERT INTO draft_terms (article_id, terms, version) SELECT article_id, terms, version FROM ${records}
    ON CONFLICT (article_id) DO UPDATE SET terms = excluded.terms, version = excluded.version`)
  return []
})
