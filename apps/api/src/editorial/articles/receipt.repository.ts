import type { Receipt } from '@bantin/shared/article-verbs'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { GuardedCall } from '../../guarded/call.ts'
import type { Appended, ChangeEntry } from '../../publication/changes.ts'

type Site = Pick<GuardedCall, 'publicUrl' | 'cdnPurge'>

/** What readers and portals are served after the change: every address that the article has or had, with its status. */
export async function findReceipt(
  tx: Db,
  { publicUrl, cdnPurge }: Site,
  entry: ChangeEntry,
  { seq, at, head }: Appended,
): Promise<Receipt> {
  const { rows } = await tx.execute<{ at: string; hash: string | null; slug: string; status: number }>(sql`
    SELECT published.site_time(${at.toISOString()}::timestamptz, s.time_zone) AS at, p.hash, o.slug,
      CASE
        WHEN a.public_state IN ('published', 'withdrawn') THEN CASE WHEN o.current THEN 200 ELSE 308 END
        WHEN a.public_state = 'redirected' THEN 308
        WHEN a.public_state = 'removed' AND a.removal_answer = 'gone' THEN 410
        ELSE 404
      END AS status
    FROM articles a JOIN sites s ON s.id = a.site_id JOIN article_slugs o ON o.article_id = a.id
      LEFT JOIN published.articles p ON p.id = a.id
    WHERE a.id = ${entry.articleId}
    ORDER BY o.current DESC, o.slug`)
  return {
    at: rows[0]?.at ?? at.toISOString(),
    seq,
    reason: entry.reason,
    edition: entry.edition,
    hash: rows[0]?.hash ? `sha256:${rows[0].hash}` : null,
    head: `sha256:${head}`,
    served: rows.map(({ slug, status }) => ({ url: `${publicUrl}/bai-viet/${slug}`, status })),
    caches: cdnPurge === undefined ? 'none' : 'waiting',
  }
}
