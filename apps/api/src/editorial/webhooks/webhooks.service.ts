import { readableClientScope } from '@bantin/shared/permission-scopes'
import { can } from '@bantin/shared/permissions'
import type { RotationInput, Webhook, WebhookDelivery, WebhookInput, WebhookPatch, WebhookWithSecret } from '@bantin/shared/webhooks'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { Secrets } from '../../lib/keys.ts'
import { readOutgoingAddress } from '../../lib/outgoing-address.ts'
import { findClientOf } from './client-of.repository.ts'
import { findDelivery } from './deliveries.repository.ts'
import { newSecret, sealSecret, secretText } from './signature.ts'
import * as repository from './webhooks.repository.ts'

export interface WebhookParts {
  secrets: Secrets
  /** Hosts of one's own network that may be called. */
  outgoingHosts: readonly string[]
}

const mostOfClient = 5

/** All endpoints of portals that the actor may see. Throws `forbidden` when he may see none. */
export async function listWebhooks(db: Db, actor: ActingPerson): Promise<{ data: Webhook[]; page: { next: null } }> {
  const scope = readableClientScope(actor)
  if (scope.length === 0) throw new ProblemError('forbidden')
  return { data: await repository.findWebhooks(db, scope), page: { next: null } }
}

/** Throws `not_found`. */
export async function readWebhook(db: Db, actor: ActingPerson, id: string): Promise<Answer<Webhook>> {
  const webhook = await repository.findWebhook(db, id)
  if (!webhook || !can(actor, 'clients.read', webhook)) throw new ProblemError('not_found')
  return { status: 200, body: webhook, version: webhook.version }
}

/**
 * Adds an endpoint to a portal; this answer has its secret. Throws `unknown_reference`, `forbidden`, `conflict` for a closed portal or too
 * many, `invalid_request` for an address that may not be called.
 */
export async function createWebhook(
  db: Db,
  call: GuardedCall,
  { secrets, outgoingHosts }: WebhookParts,
  { clientId, url }: WebhookInput,
): Promise<Answer<WebhookWithSecret>> {
  requireCallable(outgoingHosts, url)
  if (readableClientScope(call.actor).length === 0) throw new ProblemError('forbidden')
  return await db.transaction(async (tx) => {
    const client = await findClientOf(tx, clientId)
    if (!client || !can(call.actor, 'clients.read', client)) throw unknownClient()
    if (!can(call.actor, 'clients.change', client)) throw new ProblemError('forbidden')
    if (client.isClosed) throw new ProblemError('conflict', { detail: 'The portal is closed.' })
    if ((await repository.countWebhooks(tx, clientId)) >= mostOfClient) {
      throw new ProblemError('conflict', { detail: `A portal has ${mostOfClient} endpoints at most.` })
    }
    const [id, secret] = [uuidv7(), newSecret()]
    await repository.insertWebhook(tx, { id, clientId, url, secret: sealSecret(secrets, id, secret) })
    await note(tx, call.actor, { deed: 'create', id, version: 1, detail: { url, client: client.name } })
    const { body } = await readWebhook(tx, call.actor, id)
    return { status: 201, body: { ...body, secret: secretText(secret) }, version: 1, location: `/api/v1/editorial/webhooks/${id}` }
  })
}

/** Throws `not_found`, `forbidden`, `version_required`, `version_stale`, `invalid_request` for an address that may not be called. */
export async function changeWebhook(
  db: Db,
  call: GuardedCall,
  { outgoingHosts }: WebhookParts,
  id: string,
  { url, isEnabled }: WebhookPatch,
): Promise<Answer<Webhook>> {
  if (url !== undefined) requireCallable(outgoingHosts, url)
  return await db.transaction(async (tx) => {
    const kept = await lockForChange(tx, call, id)
    const isTurned = isEnabled !== undefined && isEnabled !== (kept.disabledAt === null)
    const isMoved = url !== undefined && url !== kept.url
    if (!isTurned && !isMoved) return { status: 200, body: kept, version: kept.version }
    const change = { ...(isMoved && { url }), ...(isTurned && { disabledBecause: isEnabled ? null : ('by_hand' as const) }) }
    await repository.updateWebhook(tx, id, change)
    const fields = [...(isMoved ? ['url'] : []), ...(isTurned ? ['isEnabled'] : [])]
    await note(tx, call.actor, { deed: 'edit', id, version: kept.version + 1, fields, detail: { url: url ?? kept.url, isEnabled } })
    return await readWebhook(tx, call.actor, id)
  })
}

/** A new secret, beside which the former one signs for a while. Throws `not_found`, `forbidden`, `version_required`, `version_stale`. */
export async function rotateSecret(
  db: Db,
  call: GuardedCall,
  { secrets }: WebhookParts,
  id: string,
  { overlapHours = 24 }: RotationInput,
): Promise<Answer<WebhookWithSecret>> {
  return await db.transaction(async (tx) => {
    const kept = await lockForChange(tx, call, id)
    const secret = newSecret()
    await repository.replaceSecret(tx, id, sealSecret(secrets, id, secret), overlapHours)
    await note(tx, call.actor, { deed: 'rotateSecret', id, version: kept.version + 1, detail: { url: kept.url, overlapHours } })
    const { body, version } = await readWebhook(tx, call.actor, id)
    return { status: 200, body: { ...body, secret: secretText(secret) }, ...(version !== undefined && { version }) }
  })
}

/** Takes it away, with its messages. Throws `not_found`, `forbidden`, `version_required`, `version_stale`. */
export async function removeWebhook(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await db.transaction(async (tx) => {
    const { url, version, client } = await lockForChange(tx, call, id)
    await repository.deleteWebhook(tx, id)
    await note(tx, call.actor, { deed: 'delete', id, version, detail: { url, client: client.name } })
    return { status: 204, body: null }
  })
}

/** Sends a trial. Throws `not_found`, `forbidden`, `conflict` for one that is off. */
export async function pingWebhook(db: Db, call: GuardedCall, id: string): Promise<Answer<WebhookDelivery>> {
  return await db.transaction(async (tx) => {
    const { body: webhook } = await readWebhook(tx, call.actor, id)
    if (!can(call.actor, 'clients.change', webhook)) throw new ProblemError('forbidden')
    if (webhook.disabledAt !== null) throw new ProblemError('conflict', { detail: 'The endpoint is off: turn it on first.' })
    const deliveryId = uuidv7()
    await repository.insertPing(tx, deliveryId, id)
    await note(tx, call.actor, { deed: 'ping', id, version: webhook.version, detail: { url: webhook.url } })
    return { status: 201, body: (await findDelivery(tx, deliveryId)) as WebhookDelivery }
  })
}

async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<Webhook> {
  await readWebhook(tx, actor, id)
  await repository.lockWebhook(tx, id)
  const { body: kept } = await readWebhook(tx, actor, id)
  if (!can(actor, 'clients.change', kept)) throw new ProblemError('forbidden')
  requireRowVersion(kept.version, ifMatch)
  return kept
}

function requireCallable(ownHosts: readonly string[], url: string): void {
  const read = readOutgoingAddress(url, { ownHosts })
  if (!('refusal' in read)) return
  throw fieldProblem('invalid_request', { in: 'body', pointer: '/url', code: 'not_allowed', message: read.refusal })
}

function unknownClient(): ProblemError {
  return fieldProblem('unknown_reference', { in: 'body', pointer: '/clientId', code: 'unknown', message: 'There is no such portal.' })
}

interface Note {
  deed: 'create' | 'edit' | 'rotateSecret' | 'delete' | 'ping'
  id: string
  version: number
  fields?: string[]
  detail: Record<string, unknown>
}

async function note(tx: Db, actor: ActingPerson, { deed, id, version, fields = [], detail }: Note): Promise<void> {
  await recordAudit(tx, actor, { action: `webhook.${deed}`, entity: 'webhook', entityId: id, version, fields, detail })
}
