import type { Sessions } from '@bantin/shared/auth'
import { isAskedForSecondFactor } from '@bantin/shared/permissions'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { AccessClaims } from '../../lib/access-tokens.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { endedSessions } from './ended-sessions.ts'
import * as repository from './sessions.repository.ts'

/** `lacksSecondFactor`: the site asks it of this person's roles, and it is not on. */
export type PersonOfSession = Omit<ActingPerson, 'address'> & { lacksSecondFactor: boolean }

/** The person an access token stands for now, with the grants of now; undefined when token, session or user are no longer good. */
export async function readSession(db: Db, claims: AccessClaims): Promise<PersonOfSession | undefined> {
  const found = await repository.findActing(db, claims)
  if (!found) return undefined
  const { name, grants, siteMissesFactor } = found
  return { userId: claims.userId, name, grants, lacksSecondFactor: siteMissesFactor && isAskedForSecondFactor(grants) }
}

/** Where the person is signed in, the session that was used last first. `currentId` is the one that asks. */
export async function listSessions(db: Db, actor: ActingPerson, currentId: string): Promise<Sessions> {
  const found = actor.userId === null ? [] : await repository.findLiveSessions(db, actor.userId)
  return { data: found.map((session) => ({ ...session, isCurrent: session.id === currentId })) }
}

/** Ends one of the person's own sessions, on the next request. Throws `not_found`. */
export async function revokeSession(db: Db, actor: ActingPerson, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = actor.userId !== null && (await repository.endOwnSession(tx, actor.userId, id))
    if (!ended) throw new ProblemError('not_found')
    await recordAudit(tx, actor, { action: 'session.revoke', entity: 'session', entityId: id })
  })
}

/** Ends all of the person's sessions but the one that asks. */
export async function revokeOtherSessions(db: Db, actor: ActingPerson, currentId: string): Promise<void> {
  const { userId } = actor
  if (userId === null) return
  await db.transaction(async (tx) => {
    const ended = await repository.endSessionsOf(tx, userId, 'revoked', currentId)
    if (ended.length === 0) return
    await recordAudit(tx, actor, { action: 'user.endSessions', entity: 'user', entityId: userId, detail: endedSessions(ended) })
  })
}
