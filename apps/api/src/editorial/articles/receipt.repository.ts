import type { ArticleReceipt, PortalReceipt, Receipt } from '@bantin/shared/article-verbs'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { GuardedCall } from '../../guarded/call.ts'
import type { Appended, ChangeEntry } from '../../publication/changes.ts'

type Site = Pick<GuardedCall, 'publicUrl' | 'cdnPurge'>
type Served = { slug: string; status: number }[]

/** Portals that acknowledge and are told of the article `a` of the site `s`, and whether they are past the entry; as JSON, by name. */
function portalsAt(seq: SQL): SQL {
  return sql`coalesce((
    SELECT json_agg(json_build_object('name', c.name, 'hasReceived', portal_position(c.id) >= ${seq},
      'acknowledgedAt', published.site_time(p.acknowledged_at, s.time_zone)) ORDER BY c.name COLLATE "vi-x-icu", c.id)
    FROM api_clients c JOIN portal_cursors p ON p.client_id = c.id
    WHERE c.site_id = a.site_id AND c.closed_at IS NULL AND 'acknowledge' = ANY (c.scopes) AND is_told(c.unit_id, 'article', a.id)), '[]')`
}

/** What readers and portals are served after the change: every address that the article has or had, with its status. */
export async function findReceipt(
  tx: Db,
  { publicUrl, cdnPurge }: Site,
  entry: ChangeEntry,
  { seq, at, head }: Appended,
): Promise<Receipt> {
  const { rows } = await tx.execute<{ at: string; hash: string | null; served: Served; portals: PortalReceipt[] }>(sql`
    SELECT published.site_time(${at.toISOString()}::timestamptz, s.time_zone) AS at, p.hash, ${portalsAt(sql`${seq}::bigint`)} AS portals,
      (SELECT json_agg(json_build_object('slug', o.slug, 'status', CASE
          WHEN a.public_state IN ('published', 'withdrawn') THEN CASE WHEN o.current THEN 200 ELSE 308 END
          WHEN a.public_state = 'redirected' THEN 308
          WHEN a.public_state = 'removed' AND a.removal_answer = 'gone' THEN 410
          ELSE 404
        END) ORDER BY o.current DESC, o.slug)
      FROM article_slugs o WHERE o.article_id = a.id) AS served
    FROM articles a JOIN sites s ON s.id = a.site_id LEFT JOIN published.articles p ON p.id = a.id
    WHERE a.id = ${entry.articleId}`)
  const [row] = rows
  return {
    at: row?.at ?? at.toISOString(),
    seq,
    reason: entry.reason,
    edition: entry.edition,
    hash: row?.hash ? `sha256:${row.hash}` : null,
    head: `sha256:${head}`,
    served: (row?.served ?? []).map(({ slug, status }) => ({ url: `${publicUrl}/bai-viet/${slug}`, status })),
    caches: cdnPurge === undefined ? 'none' : 'waiting',
    portals: row?.portals ?? [],
  }
}

/** The newest entry about the article, and who has it by now. */
export async function findArticleReceipt(db: Db, id: string): Promise<ArticleReceipt> {
  const { rows } = await db.execute<ArticleReceipt & Record<string, unknown>>(sql`
    SELECT json_build_object('seq', h.seq, 'at', published.site_time(h.at, s.time_zone), 'reason', h.reason, 'edition', h.edition) AS entry,
      ${portalsAt(sql`h.seq`)} AS portals
    FROM newest_changes n JOIN changes h ON h.seq = n.seq JOIN articles a ON a.id = n.entity_id JOIN sites s ON s.id = a.site_id
    WHERE n.entity = 'article' AND n.entity_id = ${id}`)
  return rows[0] ?? { entry: null, portals: [] }
}
