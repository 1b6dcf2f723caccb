import type { Suggestion } from '@bantin/shared/search'
import { markWhole } from '@bantin/shared/search/highlight'
import { quoted } from '@bantin/shared/search/vector'
import type { DeliveryDb } from '../../db/client.ts'
import { readSearch } from '../../lib/read-search.ts'
import { foldedText } from './vocabulary.queries.ts'

/** So many names and so many titles at the most. */
const [mostNames, mostTitles] = [4, 6]

/** Fewer letters begin nearly everything. */
const shortest = 2

const names = {
  name: 'suggested names',
  text: `SELECT n.kind, n.entity_id::text AS id, n.slug, n.name FROM published.names n
    WHERE n.is_current AND (n.folded LIKE $1 OR n.folded LIKE '% ' || $1)
      AND (n.kind <> 'tag' OR EXISTS (SELECT FROM published.article_tags l WHERE l.tag_id = n.entity_id AND l.listed))
    ORDER BY n.folded NOT LIKE $1, array_position(ARRAY['unit', 'category', 'person', 'author', 'tag'], n.kind), length(n.name), n.name COLLATE "vi-x-icu", n.entity_id
    LIMIT ${mostNames}`,
}

const titles = `SELECT 'article' AS kind, a.id::text AS id, a.slug, a.title AS name FROM (
    SELECT l.article_id, l.published_at FROM published.article_terms l
    WHERE l.head @@ $1::tsquery AND l.listed AND l.site_id = (SELECT id FROM published.sites ORDER BY id LIMIT 1)
    ORDER BY l.published_at DESC, l.article_id DESC LIMIT ${mostTitles}) l
  JOIN published.articles a ON a.id = l.article_id ORDER BY l.published_at DESC, l.article_id DESC`

type Row = Pick<Suggestion, 'kind' | 'id' | 'slug' | 'name'>

const paths: Record<Suggestion['kind'], string> = {
  article: 'bai-viet',
  unit: 'don-vi',
  person: 'nguoi',
  author: 'tac-gia',
  category: 'chuyen-muc',
  tag: 'the',
}

/** What may be meant by what was typed so far, whose last word goes on: names first, then the newest titles. Throws as `readSearch`. */
export async function suggest(db: DeliveryDb, baseUrl: string, typed: string): Promise<Suggestion[]> {
  const { wanted } = readSearch(typed)
  const folded = foldedText(wanted)
  if (folded.length < shortest) return []
  const keys = wanted.flatMap(({ terms }) => terms.map(({ folded: key }) => key))
  const inTitle = keys.map((key, index) => `${quoted(key)}:${index === keys.length - 1 ? '*' : ''}A`).join(' & ')
  const [named, titled] = await Promise.all([
    db.query<Row>({ ...names, values: [`${escapeLike(folded)}%`] }),
    db.query<Row>({ text: titles, values: [inTitle] }),
  ])
  const last = keys.at(-1) ?? ''
  const marks = { has: (key: string) => keys.includes(key) || key.startsWith(last) }
  return [...named.rows, ...titled.rows].map(({ kind, id, slug, name }) => ({
    ...{ kind, id, slug, name },
    url: `${baseUrl}/${paths[kind]}/${slug}`,
    marked: markWhole(name, marks),
  }))
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`)
