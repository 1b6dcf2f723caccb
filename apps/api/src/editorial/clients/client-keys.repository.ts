import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { ApiClient } from '../../lib/api-key.ts'

/** A key that opens, until it expires. */
export interface KeyRow extends ApiClient {
  prefix: string
  hash: Buffer
  expiresAt: Date | null
}

/** All keys that are not revoked, of clients that are not closed. There are as many as there are portals. */
export async function findKeys(db: Db): Promise<KeyRow[]> {
  const { rows } = await db.execute<Omit<KeyRow, 'hash'> & { hash: string }>(sql`
    SELECT c.id, k.id AS "keyId", c.unit_id AS "unitId", c.scopes, c.requests_per_second AS "requestsPerSecond", k.prefix,
      encode(k.hash, 'hex') AS hash, k.expires_at AS "expiresAt"
    FROM api_keys k JOIN api_clients c ON c.id = k.client_id WHERE k.revoked_at IS NULL AND c.closed_at IS NULL`)
  return rows.map((row) => ({ ...row, hash: Buffer.from(row.hash, 'hex'), expiresAt: row.expiresAt && new Date(row.expiresAt) }))
}

/** Requests with one key since they were written last. */
export interface KeyUse {
  keyId: string
  requests: number
  refused: number
}

/** Adds them to the counts of today in the site's zone, and notes when the keys were used. */
export async function addKeyUses(db: Db, uses: KeyUse[]): Promise<void> {
  await db.execute(sql`
    WITH uses AS (SELECT * FROM json_to_recordset(${JSON.stringify(uses)}) AS u ("keyId" uuid, requests int, refused int)),
    used AS (UPDATE api_keys SET last_used_at = now() FROM uses WHERE api_keys.id = uses."keyId")
    INSERT INTO api_key_days (key_id, day, requests, refused)
    SELECT "keyId", published.today(), requests, refused FROM uses ORDER BY 1
    ON CONFLICT (key_id, day) DO UPDATE SET requests = api_key_days.requests + excluded.requests,
      refused = api_key_days.refused + excluded.refused`)
}
