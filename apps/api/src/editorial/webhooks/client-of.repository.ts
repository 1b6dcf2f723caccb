import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** A portal as far as its endpoints depend on it, locked: whoever closes it waits, or is waited for. */
export async function findClientOf(tx: Db, id: string): Promise<{ name: string; isClosed: boolean; unitPath: string[] } | undefined> {
  const { rows } = await tx.execute<{ name: string; isClosed: boolean; unitPath: string[] }>(sql`
    SELECT c.name, c.closed_at IS NOT NULL AS "isClosed", coalesce(unit_path(coalesce(c.unit_id, s.root_unit_id)), '{}') AS "unitPath"
    FROM api_clients c JOIN sites s ON s.id = c.site_id WHERE c.id = ${id} FOR UPDATE OF c`)
  return rows[0]
}
