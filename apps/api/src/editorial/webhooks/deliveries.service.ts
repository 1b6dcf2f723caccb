import { readableClientScope } from '@bantin/shared/permission-scopes'
import { can } from '@bantin/shared/permissions'
import type { DeliveriesQuery, WebhookDelivery } from '@bantin/shared/webhooks'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { findDeliveries, findDelivery, findDeliveryPath, sendAgain } from './deliveries.repository.ts'

/** Messages to endpoints, the newest first. Throws `forbidden`, `invalid_cursor`. */
export async function listDeliveries(
  db: Db,
  actor: ActingPerson,
  query: DeliveriesQuery,
  cursors: Cursors,
): Promise<Page<WebhookDelivery>> {
  const scope = readableClientScope(actor)
  if (scope.length === 0) throw new ProblemError('forbidden')
  const { cursor: _cursor, limit: _limit, ...filters } = query
  const { data, page } = await readPage(
    { cursors, scope: listScope('editorial/webhook-deliveries', filters), query },
    (after, limit) => findDeliveries(db, { scope, filters, after, limit }),
    ({ at, delivery }) => [at, delivery.id],
  )
  return { data: data.map(({ delivery }) => delivery), page }
}

/** Sends a message anew that was delivered or given up. Throws `not_found`, `forbidden`, `conflict` for one that waits or whose endpoint is off. */
export async function redeliver(db: Db, { actor }: GuardedCall, id: string): Promise<Answer<WebhookDelivery>> {
  return await db.transaction(async (tx) => {
    const unitPath = await findDeliveryPath(tx, id)
    if (!unitPath || !can(actor, 'clients.read', { unitPath })) throw new ProblemError('not_found')
    if (!can(actor, 'clients.change', { unitPath })) throw new ProblemError('forbidden')
    if (!(await sendAgain(tx, id))) throw new ProblemError('conflict', { detail: 'It is on its way already.' })
    const delivery = (await findDelivery(tx, id)) as WebhookDelivery
    if (delivery.nextAttemptAt === null) throw new ProblemError('conflict', { detail: 'The endpoint is off: turn it on first.' })
    const detail = { url: delivery.url, message: id, type: delivery.type }
    await recordAudit(tx, actor, { action: 'webhook.resend', entity: 'webhook', entityId: delivery.webhookId, detail, fields: [] })
    return { status: 200, body: delivery }
  })
}
