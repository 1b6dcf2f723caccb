import type { TrustedDevices } from '@bantin/shared/auth'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { Caller } from '../../lib/caller.ts'
import { hashOfToken, isToken, newToken } from '../../lib/opaque-tokens.ts'
import { deviceName } from '../sessions/device-name.ts'
import * as repository from './trusted-devices.repository.ts'

/** Whether the person said of this device that no code is asked for here. `presented` is its cookie. */
export async function isTrustedDevice(db: Db, userId: string, presented: string | undefined): Promise<boolean> {
  return presented !== undefined && isToken(presented) && (await repository.isTrusted(db, userId, hashOfToken(presented)))
}

/** From now on no code is asked for on the device, for thirty days; answers what its cookie carries. */
export async function trustDevice(tx: Db, person: { id: string; name: string }, { address, userAgent }: Caller): Promise<string> {
  const [id, token] = [uuidv7(), newToken()]
  const device = deviceName(userAgent)
  await repository.insertDevice(tx, { id, userId: person.id, tokenHash: hashOfToken(token), device })
  const actor = { userId: person.id, name: person.name, grants: [], address }
  await recordAudit(tx, actor, { action: 'device.trust', entity: 'device', entityId: id, detail: { device } })
  return token
}

/** The devices on which the person is asked for no code, newest first. */
export async function listTrustedDevices(db: Db, { userId }: ActingPerson): Promise<TrustedDevices> {
  return { data: userId === null ? [] : await repository.findDevices(db, userId) }
}

/** From now on a code is asked for there. Throws `not_found`. */
export async function revokeTrustedDevice(db: Db, actor: ActingPerson, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const deleted = actor.userId !== null && (await repository.deleteDevice(tx, actor.userId, id))
    if (!deleted) throw new ProblemError('not_found')
    await recordAudit(tx, actor, { action: 'device.revoke', entity: 'device', entityId: id })
  })
}
