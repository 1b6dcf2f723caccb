import type { Db } from '../../db/client.ts'
import type { AccessClaims } from '../../lib/access-tokens.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { findActing } from './sessions.repository.ts'

/** The person an access token stands for now, with the grants of now; undefined when token, session or user are no longer good. */
export async function readSession(db: Db, claims: AccessClaims): Promise<Omit<ActingPerson, 'address'> | undefined> {
  const found = await findActing(db, claims)
  return found && { userId: claims.userId, name: found.name, grants: found.grants }
}
