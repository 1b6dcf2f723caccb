import type { Client, KeyInput, MadeKey } from '@bantin/shared/clients'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { newKey } from '../../lib/api-key.ts'
import { insertKey, revokeKey, updateClient } from './clients.repository.ts'
import { lockForChange, readClient } from './clients.service.ts'

/** So many at once are enough to change one for the next without a gap. */
const mostKeys = 5

/**
 * Makes a key for the portal; this answer alone has it. Throws `not_found`, `forbidden`, `version_required`, `version_stale`, `conflict`
 * where the portal is closed or has too many, `invalid_request` for an end that is over.
 */
export async function makeKey(db: Db, call: GuardedCall, clientId: string, { expiresAt = null }: KeyInput): Promise<Answer<MadeKey>> {
  return await db.transaction(async (tx) => {
    const client = await lockForChange(tx, call, clientId)
    if (client.closedAt !== null) throw new ProblemError('conflict', { detail: 'The portal is closed.' })
    if (client.keys.filter(({ revokedAt }) => revokedAt === null).length >= mostKeys) {
      throw new ProblemError('conflict', { detail: `A portal has ${mostKeys} keys at most: revoke one that is not used.` })
    }
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) {
      throw fieldProblem('invalid_request', { in: 'body', pointer: '/expiresAt', code: 'past', message: 'This moment is over.' })
    }
    const { key, prefix, hash } = newKey()
    const id = uuidv7()
    const ends = expiresAt === null ? null : new Date(expiresAt)
    await insertKey(tx, { id, clientId, prefix, hash, createdBy: call.actor.userId, expiresAt: ends })
    const { body, version } = await note(tx, call, client, { action: 'client.makeKey', detail: { prefix, expiresAt } })
    const made = body.keys.find((one) => one.id === id)
    if (!made) throw new Error('A key that was made is not there.')
    return { status: 201, body: { ...made, key }, version: version as number, location: `/api/v1/editorial/clients/${clientId}` }
  })
}

/** Ends a key for good; what is known of it stays. Throws what making one throws, but `conflict`. */
export async function endKey(db: Db, call: GuardedCall, clientId: string, keyId: string): Promise<Answer<Client>> {
  return await db.transaction(async (tx) => {
    const client = await lockForChange(tx, call, clientId)
    const key = client.keys.find(({ id }) => id === keyId)
    if (!key || !(await revokeKey(tx, clientId, keyId, call.actor.userId))) throw new ProblemError('not_found')
    return await note(tx, call, client, { action: 'client.revokeKey', detail: { prefix: key.prefix } })
  })
}

interface Deed {
  action: string
  detail: Record<string, unknown>
}

async function note(tx: Db, { actor }: GuardedCall, { id, name, version }: Client, { action, detail }: Deed): Promise<Answer<Client>> {
  await updateClient(tx, id)
  await recordAudit(tx, actor, { action, entity: 'client', entityId: id, version: version + 1, fields: [], detail: { name, ...detail } })
  return await readClient(tx, actor, id)
}
