import type { Body } from '@bantin/shared/body'
import { bodyText } from '@bantin/shared/body/body-text'
import { cutAndMark, markWhole } from '@bantin/shared/search/highlight'
import type { DeliveryDb } from '../../db/client.ts'
import { readRows } from '../read-json.ts'

/** The words of an article that was found. */
export interface FoundText {
  id: string
  title: string
  sapo: string | null
  body: string
}

const statement = {
  name: 'texts that were found',
  text: 'SELECT a.id::text AS id, a.title, a.sapo, a.body::text AS body FROM published.articles a WHERE a.id = ANY($1::uuid[])',
}

export async function readTexts(db: DeliveryDb, ids: string[]): Promise<Map<string, FoundText>> {
  const rows = await readRows<{ id: string; title: string; sapo: string | null; body: string }>(db, statement, [ids])
  return new Map(rows.map((row) => [row.id, row]))
}

/** What of the article is shown under its title: of the sapo, or else of the text, where what was searched for stands most. */
export function highlightOf({ title, sapo, body }: FoundText, keys: Set<string>): { title: string; text: string } {
  const ofSapo = sapo === null ? '' : cutAndMark(sapo, keys)
  return { title: markWhole(title, keys), text: ofSapo || cutAndMark(bodyText(JSON.parse(body) as Body), keys) }
}
