import { sql } from 'drizzle-orm'
import type { Walked, World } from './world.ts'

interface StoredRevision {
  number: number
  title: string
  sapo: string | null
  sealed: boolean
  redacted: boolean
  writer: string
  hash: string
}

interface StoredEdition {
  edition: number
  kind: string
  revision: number
  at: string
  hash: string
  isEmpty: boolean
}

/** Everything that is stored of one article, and how much there is of everything. */
export interface Snapshot {
  article: Record<string, unknown> | null
  revisions: StoredRevision[]
  editions: StoredEdition[]
  log: { edition: number; hash: string }[]
  feed: { action: string; reason: string; edition: number; replaced_by: string | null }[]
  audit: { action: string; version: number; actor: string | null }[]
  readModel: { title: string; edition: number; hash: string; listed: boolean; isWithdrawn: boolean; slug: string } | null
  slugs: { slug: string; current: boolean }[]
  comments: number
  isPictureOpen: boolean
  /** Of all articles together. */
  all: Record<string, unknown>
}

/** Reads what is stored of the walk's article with one statement. */
export async function takeSnapshot({ it }: World, { id, pictureId }: Walked): Promise<Snapshot> {
  const list = (item: ReturnType<typeof sql>, from: ReturnType<typeof sql>) => sql`coalesce((SELECT json_agg(${item}) FROM ${from}), '[]')`
  const { rows } = await it.database.db.execute<{ json: Snapshot }>(sql`SELECT json_build_object(
    'article', (SELECT to_jsonb(a) FROM articles a WHERE a.id = ${id}),
    'revisions', ${list(
      sql`json_build_object('number', r.number, 'title', r.title, 'sapo', r.sapo, 'sealed', r.sealed, 'writer', r.saved_by,
        'redacted', r.redacted_at IS NOT NULL, 'hash', md5(r::text)) ORDER BY r.number`,
      sql`article_revisions r WHERE r.article_id = ${id}`,
    )},
    'editions', ${list(
      sql`json_build_object('edition', e.edition, 'kind', e.kind, 'revision', r.number, 'at', e.published_at, 'hash', e.hash,
        'isEmpty', e.document = '') ORDER BY e.edition`,
      sql`editions e JOIN article_revisions r ON r.id = e.revision_id WHERE e.article_id = ${id}`,
    )},
    'log', ${list(sql`json_build_object('edition', l.edition, 'hash', l.hash) ORDER BY l.seq`, sql`publication_log l WHERE l.article_id = ${id}`)},
    'feed', ${list(
      sql`json_build_object('action', c.action, 'reason', c.reason, 'edition', c.edition, 'replaced_by', c.replaced_by) ORDER BY c.seq`,
      sql`changes c WHERE c.entity_id = ${id}`,
    )},
    'audit', ${list(
      sql`json_build_object('action', l.action, 'version', l.version, 'actor', l.actor_id) ORDER BY l.id`,
      sql`audit_log l WHERE l.entity_id = ${id}`,
    )},
    'readModel', (SELECT json_build_object('title', p.title, 'edition', p.edition, 'hash', p.hash, 'listed', p.listed,
      'isWithdrawn', p.withdrawn IS NOT NULL, 'slug', p.slug) FROM published.articles p WHERE p.id = ${id}),
    'slugs', ${list(sql`json_build_object('slug', s.slug, 'current', s.current)`, sql`article_slugs s WHERE s.article_id = ${id}`)},
    'comments', (SELECT count(*) FROM comments WHERE article_id = ${id}),
    'isPictureOpen', (SELECT public FROM media WHERE id = ${pictureId}),
    'all', json_build_object('articles', (SELECT count(*) FROM articles), 'seq', (SELECT max(seq) FROM changes),
      'log', (SELECT max(seq) FROM publication_log), 'audit', (SELECT max(id) FROM audit_log),
      'generation', (SELECT generation FROM public_generation))) AS json`)
  return (rows[0] as { json: Snapshot }).json
}
