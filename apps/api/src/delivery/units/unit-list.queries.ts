import type { UnitCard } from '@bantin/shared/units'
import type { DeliveryDb } from '../../db/client.ts'
import { readRows } from '../read-json.ts'
import { nestUnits } from './nest-units.ts'

interface Row extends Record<string, string | null> {
  id: string
  slug: string
  name: string
  short_name: string | null
  kind: UnitCard['kind']
  code: string | null
  order: string
  parent_id: string | null
}

// Its JSON is made here: of thousands of rows, the database would take three times as long for it. $1 is the day, today without one. That
// nearly all rows are of the day is what a prepared plan cannot know; as a value, not as a condition, it takes half of them to be.
const day = '(SELECT coalesce($1::date, published.today()))'
const isOfDay = (period: string) => `coalesce(${period} @> ${day}, false)`
const ofDay = {
  name: 'units of a day',
  text: `SELECT u.id, u.slug, n.name, n.short_name, u.kind, u.code, u."order"::text, p.parent_id
    FROM published.units u JOIN published.unit_names n ON n.unit_id = u.id AND ${isOfDay('n.period')}
    LEFT JOIN published.unit_parents p ON p.unit_id = u.id AND ${isOfDay('p.period')}
    ORDER BY u."order", n.name COLLATE "vi-x-icu", u.id`,
}

/** All units of the day, siblings in their order, as the answer's JSON: as a flat list, or `nested` with children in their parents. */
export async function findUnits(db: DeliveryDb, baseUrl: string, asOf: string | undefined, nested: boolean): Promise<string> {
  const rows = await readRows<Row>(db, ofDay, [asOf ?? null])
  const cards = rows.map((row) => cardOf(row, baseUrl))
  return JSON.stringify({ data: nested ? nestUnits(cards) : cards, page: { next: null } })
}

function cardOf({ id, slug, name, short_name, kind, code, order, parent_id }: Row, baseUrl: string): UnitCard {
  const [url, apiUrl] = [`${baseUrl}/don-vi/${slug}`, `${baseUrl}/api/v1/units/${slug}`]
  return { id, slug, name, shortName: short_name, url, apiUrl, kind, code, order: Number(order), parentId: parent_id }
}
