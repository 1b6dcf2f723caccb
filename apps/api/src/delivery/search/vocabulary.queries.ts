import type { Abbreviation } from '@bantin/shared/search/abbreviations'
import type { ParsedQuery, Piece } from '@bantin/shared/search/query'
import type { DeliveryDb } from '../../db/client.ts'
import { readJson } from '../read-json.ts'

/** What the words of a query may stand for besides themselves. */
export interface Vocabulary {
  abbreviations: Abbreviation[]
  /** Units, people and authors that are named in it, the longest names first. */
  named: Named[]
  /** The moment that it was read at. */
  asOf: string
  /** Where that is, and the local day. */
  place: { siteId: string; day: string }
}

/** Somebody whose whole name stands in a query. */
export interface Named {
  kind: 'unit' | 'person' | 'author'
  id: string
  /** Folded, with spaces between words. */
  folded: string
}

/** So many at the most, those of the longest names first: each is looked for by a statement of its own. */
const mostNamed = 8

const statement = {
  name: 'search vocabulary',
  text: `SELECT json_build_object(
    'asOf', now()::text, 'place', (SELECT json_build_object('siteId', id, 'day', published.today()) FROM published.sites ORDER BY id LIMIT 1),
    'abbreviations', coalesce((SELECT json_agg(json_build_object('short', short, 'long', long)) FROM published.abbreviations), '[]'),
    'named', coalesce((SELECT json_agg(json_build_object('kind', kind, 'id', entity_id, 'folded', folded) ORDER BY length(folded) DESC, entity_id)
      FROM (SELECT kind, entity_id, folded FROM published.names WHERE kind IN ('unit', 'person', 'author') AND folded = ANY($1)
        GROUP BY kind, entity_id, folded ORDER BY length(folded) DESC, entity_id LIMIT ${mostNamed}) n), '[]'))::text AS json`,
}

/** Reads it for the words that are wanted. */
export async function readVocabulary(db: DeliveryDb, { wanted }: ParsedQuery): Promise<Vocabulary> {
  const json = await readJson(db, statement, [stretchesOf(wanted)])
  return JSON.parse(json as string) as Vocabulary
}

/** Every stretch of the query that may be a name. */
function stretchesOf(wanted: Piece[]): string[] {
  return wanted.flatMap((_, start) => wanted.slice(start).map((_piece, length) => foldedText(wanted.slice(start, start + length + 1))))
}

/** Words as names are folded. */
export function foldedText(pieces: Piece[]): string {
  return pieces.flatMap(({ terms }) => terms.map(({ folded }) => folded)).join(' ')
}
