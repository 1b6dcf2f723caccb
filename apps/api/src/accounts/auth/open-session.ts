import type { SignedIn } from '@bantin/shared/auth'
import type { Db } from '../../db/client.ts'
import type { AccessTokens } from '../../lib/access-tokens.ts'
import { readMe } from '../users/users.service.ts'

/** What sessions are opened and kept open with. */
export interface TokenKeys {
  access: AccessTokens
  /** One for each secret: the first makes successors, all are tried when one was given before. */
  refresh: [Buffer, ...Buffer[]]
}

/** What the client gets: the answer's body, and the token that travels as a cookie only. */
export interface OpenSession {
  body: SignedIn
  refreshToken: string
}

/** The answer to whoever has a live session. `now` is the database's time in whole seconds. */
export async function openSession(
  db: Db,
  { access }: TokenKeys,
  session: { userId: string; sessionId: string; now: number; refreshToken: string },
): Promise<OpenSession> {
  const { userId, sessionId, now, refreshToken } = session
  const accessToken = access.sign({ userId, sessionId, issuedAt: now })
  return { body: { accessToken, expiresIn: access.lifetime, user: await readMe(db, session) }, refreshToken }
}
