import type { DeliveryDb } from '../../db/client.ts'
import { readJson, readRows } from '../read-json.ts'

// Editions of what is not public are not in the view.
const all = {
  name: 'editions of an article',
  text: `SELECT json_build_object('data', json_agg(json_build_object(
      'edition', e.edition, 'kind', e.kind, 'note', e.note,
      'correction', '{"note":null}'::jsonb || e.correction
        || jsonb_build_object('at', published.site_time((e.correction ->> 'at')::timestamptz, s.time_zone)),
      'publishedAt', published.site_time(e.published_at, s.time_zone), 'hash', 'sha256:' || e.hash,
      'documentUrl', $1 || '/api/v1/articles/' || e.article_id || '/editions/' || e.edition,
      'redacted', CASE WHEN e.redacted_at IS NOT NULL
        THEN json_build_object('at', published.site_time(e.redacted_at, s.time_zone), 'reason', e.redaction_reason) END
    ) ORDER BY e.edition DESC), 'page', json_build_object('next', null))::text AS json
    FROM published.editions e JOIN published.articles a ON a.id = e.article_id JOIN published.sites s ON s.id = a.site_id
    WHERE e.article_id = $2 HAVING count(*) > 0`,
}

/** All editions of a public article, the newest first, as the answer's JSON; undefined when there is no such article. */
export async function findEditions(db: DeliveryDb, baseUrl: string, articleId: string): Promise<string | undefined> {
  return await readJson(db, all, [baseUrl, articleId])
}

const one = {
  name: 'document of an edition',
  text: 'SELECT e.document FROM published.editions e WHERE e.article_id = $1 AND e.edition = $2',
}

/** The canonical document as it was hashed; empty once it was redacted, undefined when there is no such edition of a public article. */
export async function findDocument(db: DeliveryDb, articleId: string, edition: number): Promise<string | undefined> {
  const [row] = await readRows<{ document: string }>(db, one, [articleId, edition])
  return row?.document
}
