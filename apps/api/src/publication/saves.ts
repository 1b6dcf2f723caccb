import { and, desc, eq, lte } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { articleSaves, type ContentFingerprint } from '../db/schema/revisions.ts'
import { insertRows, rowsOf } from '../db/write-rows.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { RevisionContent } from './revisions.ts'

/** Keeps what the content is from this version on, so that a change of an older one can be merged. For each version that changed it. */
export async function rememberSave(tx: Db, articleId: string, version: number, content: RevisionContent): Promise<void> {
  await insertRows(tx, [saveRows(articleId, version, content)])
}

/** The same as rows, for those who have more to insert. */
export function saveRows(articleId: string, version: number, content: RevisionContent) {
  return rowsOf(articleSaves, { articleId, version, fingerprint: fingerprintOf(content) })
}

/** What the content was at that version; undefined when it is no longer known. */
export async function findSave(db: Db, articleId: string, version: number): Promise<ContentFingerprint | undefined> {
  const [save] = await db
    .select({ fingerprint: articleSaves.fingerprint })
    .from(articleSaves)
    .where(and(eq(articleSaves.articleId, articleId), lte(articleSaves.version, version)))
    .orderBy(desc(articleSaves.version))
    .limit(1)
  return save?.fingerprint
}
