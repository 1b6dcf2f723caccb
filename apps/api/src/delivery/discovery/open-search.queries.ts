import type { DeliveryDb } from '../../db/client.ts'
import { readJson, type Statement } from '../read-json.ts'

const statement: Statement = {
  name: 'names of the site',
  text: `SELECT json_build_object('name', s.name, 'shortName', s.short_name)::text AS json FROM published.sites s ORDER BY s.id LIMIT 1`,
}

/** What the site is called. */
export async function findSiteNames(db: DeliveryDb): Promise<{ name: string; shortName: string | null }> {
  return JSON.parse((await readJson(db, statement, [])) as string)
}
