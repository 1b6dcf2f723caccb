import type { SignedIn } from '@bantin/shared/auth'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import type { AccessTokens } from '../../lib/access-tokens.ts'
import type { Caller } from '../../lib/caller.ts'
import { deriveKey, type Secrets } from '../../lib/keys.ts'
import { hashOfToken, newToken } from '../../lib/opaque-tokens.ts'
import { deviceName } from '../sessions/device-name.ts'
import { endCrowd, insertSession } from '../sessions/sessions.repository.ts'
import { readMe } from '../users/read-me.service.ts'
import { insertToken } from './refresh-tokens.repository.ts'

/** What sessions are opened and kept open with. */
export interface TokenKeys {
  access: AccessTokens
  /** One for each secret: the first makes successors, all are tried when one was given before. */
  refresh: [Buffer, ...Buffer[]]
}

/** The keys that come of the configured secrets. */
export function tokenKeys(access: AccessTokens, [first, ...older]: Secrets): TokenKeys {
  const refreshKey = (secret: string) => deriveKey(secret, 'refresh-token')
  return { access, refresh: [refreshKey(first), ...older.map(refreshKey)] }
}

/** What the client gets: the answer's body, and the token that travels as a cookie only. */
export interface OpenSession {
  body: SignedIn
  refreshToken: string
}

/** A session that was stored. `now` is the database's time in whole seconds. */
export interface BegunSession {
  userId: string
  sessionId: string
  now: number
  refreshToken: string
}

/** Stores a new session of the person, who is locked: where there are too many, those used longest ago end. */
export async function beginSession(tx: Db, userId: string, { address, userAgent }: Caller): Promise<BegunSession> {
  const [sessionId, refreshToken] = [uuidv7(), newToken()]
  const now = await insertSession(tx, { id: sessionId, userId, device: deviceName(userAgent), address })
  await endCrowd(tx, userId)
  await insertToken(tx, sessionId, hashOfToken(refreshToken))
  return { userId, sessionId, now, refreshToken }
}

/** The answer to whoever has a live session. */
export async function openSession(db: Db, { access }: TokenKeys, session: BegunSession): Promise<OpenSession> {
  const { userId, sessionId, now, refreshToken } = session
  const accessToken = access.sign({ userId, sessionId, issuedAt: now })
  return { body: { accessToken, expiresIn: access.lifetime, user: await readMe(db, session) }, refreshToken }
}
