import type { DeliveryDb } from '../../db/client.ts'
import { readRows } from '../read-json.ts'

const statement = {
  name: 'media variant',
  text: `SELECT v ->> 'type' AS type FROM published.media m, jsonb_array_elements(m.variants) v WHERE m.id = $1 AND m.rev = $2 AND v ->> 'name' = $3`,
}

/** The media type of a public file, or undefined when nothing public has it. */
export async function findVariantType(db: DeliveryDb, id: string, rev: number, variant: string): Promise<string | undefined> {
  const [row] = await readRows<{ type: string }>(db, statement, [id, rev, variant])
  return row?.type
}
