import type { UnitContacts } from '@bantin/shared/units'
import type { DeliveryDb } from '../../db/client.ts'
import { readJson, type Statement } from '../read-json.ts'

const statement: Statement = {
  name: 'security contact',
  text: `SELECT json_build_object('email', s.contacts ->> 'email', 'phone', s.contacts ->> 'phone', 'today', published.today())::text AS json
    FROM published.sites s ORDER BY s.id LIMIT 1`,
}

/** How the site is reached by the settings of its administrator, and the local day. */
export async function findSecurityContact(db: DeliveryDb): Promise<Omit<UnitContacts, 'address'> & { today: string }> {
  return JSON.parse((await readJson(db, statement, [])) as string)
}
