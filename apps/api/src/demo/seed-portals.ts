import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { apiClients, apiKeys, portalCursors } from '../db/schema/clients.ts'
import { webhookEndpoints } from '../db/schema/webhooks.ts'

/**
 * Adds a portal that is three entries behind, with a webhook that is turned off and to which one message could not be delivered. Nobody has
 * a key to it: its only one is of random bytes, and revoked.
 */
export async function seedPortals(tx: Db, siteId: string, userId: string | null): Promise<void> {
  const [clientId, endpointId] = [uuidv7(), uuidv7()]
  const name = 'Trang tin Đài Phát thanh và Truyền hình tỉnh'
  const contact = 'Phòng Kỹ thuật, kythuat@truyenhinh.example'
  await tx
    .insert(apiClients)
    .values({ id: clientId, siteId, name, contact, scopes: ['read', 'acknowledge'], responsibleUserId: userId, requestsPerSecond: 20 })
  const made = {
    createdBy: userId,
    createdAt: sql`now() - interval '40 days'`,
    revokedBy: userId,
    revokedAt: sql`now() - interval '2 days'`,
  }
  await tx.insert(apiKeys).values({ id: uuidv7(), clientId, prefix: 'btk_TrinhDie', hash: randomBytes(32), ...made })
  const seq = sql`(SELECT greatest(0, max(seq) - 3) FROM changes)`
  const epoch = sql`(SELECT epoch FROM public_generation)`
  await tx.insert(portalCursors).values({ clientId, epoch, seq, acknowledgedAt: sql`now() - interval '12 minutes'` })
  const url = 'https://truyenhinh.example/bantin/webhook'
  const off = { disabledAt: sql`now()`, disabledBecause: 'by_hand' as const }
  // Nothing is ever sent there, so nothing has to be signed.
  await tx.insert(webhookEndpoints).values({ id: endpointId, clientId, url, secret: randomBytes(52), ...off })
  await tx.execute(sql`
    INSERT INTO webhook_deliveries (id, endpoint_id, seq, entity, entity_id, status, attempts, created_at, finished_at, last_status)
    SELECT gen_random_uuid(), ${endpointId}, seq, entity, entity_id, CASE n WHEN 1 THEN 'failed' ELSE 'delivered' END, CASE n WHEN 1 THEN 9 ELSE 1 END,
      now() - n * interval '1 day', now() - n * interval '23 hours', CASE n WHEN 1 THEN 503 ELSE 204 END
    FROM (SELECT *, row_number() OVER (ORDER BY seq DESC) AS n FROM changes WHERE entity = 'article') h WHERE n <= 3`)
}
