import { asc, getTableColumns, gt, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { mediaReferences } from '../../db/schema/media-references.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'

const { id, articleId, number, body, heroMediaId } = getTableColumns(articleRevisions)

/** The files that are noted of the revision, in the order of their ids. */
const noted = sql<string[]>`ARRAY(
  SELECT ${mediaReferences.mediaId} FROM ${mediaReferences} WHERE ${mediaReferences.revisionId} = ${id} ORDER BY 1)`

/** The revisions behind the one given, with what they show and what is noted of it. Texts: a page has few. */
export async function readReferences(tx: Db, afterId: string | undefined) {
  return await tx
    .select({ id, articleId, number, body, heroMediaId, noted })
    .from(articleRevisions)
    .where(afterId === undefined ? undefined : gt(id, afterId))
    .orderBy(asc(id))
    .limit(200)
}

export type ReferringRevision = Awaited<ReturnType<typeof readReferences>>[number]
