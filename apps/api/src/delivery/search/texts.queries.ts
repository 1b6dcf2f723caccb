import type { Body } from '@bantin/shared/body'
import { bodyText } from '@bantin/shared/body/body-text'
import { cutAndMark, type Marked, markWhole } from '@bantin/shared/search/highlight'
import type { DeliveryDb } from '../../db/client.ts'
import { readRows } from '../read-json.ts'

/** The words of an article that was found. */
export interface FoundText {
  id: string
  /** Title, sapo, and what is shown of the text where the sapo has nothing of what was searched for: as they were written. */
  written: string[]
  /** What of it is shown: of the sapo, or else of the text, that part where what was searched for stands most. */
  highlight: { title: string; text: string }
}

const heads = {
  name: 'titles that were found',
  text: 'SELECT a.id::text AS id, a.title, a.sapo FROM published.articles a WHERE a.id = ANY($1::uuid[])',
}

const bodies = {
  name: 'texts that were found',
  text: 'SELECT a.id::text AS id, a.body::text AS body FROM published.articles a WHERE a.id = ANY($1::uuid[])',
}

/** By their ids. Whole texts are large: they are read of those whose sapo has nothing of what was searched for. */
export async function readTexts(db: DeliveryDb, ids: string[], keys: Marked): Promise<Map<string, FoundText>> {
  const rows = await readRows<{ id: string; title: string; sapo: string | null }>(db, heads, [ids])
  const found = rows.map(({ id, title, sapo }) => {
    const written = [title, sapo ?? '']
    return { id, written, title: markWhole(title, keys), text: cutAndMark(sapo ?? '', keys)?.html }
  })
  const others = found.filter(({ text }) => text === undefined).map(({ id }) => id)
  const read = others.length === 0 ? [] : await readRows<{ id: string; body: string }>(db, bodies, [others])
  const cuttings = new Map(read.map(({ id, body }) => [id, cutAndMark(bodyText(JSON.parse(body) as Body), keys)]))
  return new Map(
    found.map(({ id, written, title, text }) => {
      const cutting = cuttings.get(id)
      const highlight = { title, text: text ?? cutting?.html ?? '' }
      return [id, { id, written: cutting ? [...written, cutting.text] : written, highlight }]
    }),
  )
}
