import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { hashOfToken, isToken } from '../../lib/opaque-tokens.ts'
import { endSession } from '../sessions/sessions.repository.ts'
import { type OpenSession, openSession, type TokenKeys } from './open-session.ts'
import { type FoundToken, knownHashes, lockToken, replaceToken } from './refresh-tokens.repository.ts'
import { successorOf } from './refresh-tokens.ts'

/**
 * Takes a refresh token and gives the next one. Presented again within ten seconds (two tabs, an answer that was lost) it gives
 * the same one again; later it counts as stolen and ends the session. Throws `unauthorized` without a token, `session_ended`
 * with one that is no longer good.
 */
export async function refresh(db: Db, keys: TokenKeys, presented: string | undefined, address: string): Promise<OpenSession> {
  if (presented === undefined) throw new ProblemError('unauthorized')
  if (!isToken(presented)) throw new ProblemError('session_ended')
  // Reuse must be stored, so the transaction ends well and says what it found.
  const next = await db.transaction(async (tx) => {
    const token = await lockToken(tx, hashOfToken(presented))
    if (!token?.alive) return undefined
    const refreshToken = await follow(tx, keys, token, presented, address)
    return refreshToken === undefined ? undefined : { ...token, refreshToken }
  })
  if (!next) throw new ProblemError('session_ended')
  return openSession(db, keys, next)
}

async function follow(tx: Db, keys: TokenKeys, token: FoundToken, presented: string, address: string): Promise<string | undefined> {
  const [newest] = keys.refresh
  switch (token.used) {
    case 'never': {
      const successor = successorOf(presented, newest)
      await replaceToken(tx, token.sessionId, hashOfToken(presented), hashOfToken(successor))
      return successor
    }
    case 'just now':
      return givenSuccessor(tx, keys, presented)
    case 'long ago':
      await endStolen(tx, token, address)
      return undefined
  }
}

/** The secret may have changed between the two requests. */
async function givenSuccessor(tx: Db, keys: TokenKeys, presented: string): Promise<string | undefined> {
  const candidates = keys.refresh.map((key) => successorOf(presented, key))
  const known = await knownHashes(tx, candidates.map(hashOfToken))
  return candidates.find((candidate) => known.includes(hashOfToken(candidate)))
}

async function endStolen(tx: Db, { sessionId, userId, userName }: FoundToken, address: string): Promise<void> {
  await endSession(tx, sessionId, 'reuse')
  const actor = { userId, name: userName, grants: [], address }
  await recordAudit(tx, actor, { action: 'session.reuse', entity: 'session', entityId: sessionId })
}
