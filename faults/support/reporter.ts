import { v7 as uuidv7 } from 'uuid'
import { sessions } from '../../apps/api/src/db/schema/sessions.ts'
import { grants, users } from '../../apps/api/src/db/schema/users.ts'
import type { Ground } from './ground.ts'

/** Who a token is to be signed for. */
export interface Reporter {
  userId: string
  sessionId: string
}

/** A reporter of the root unit with a session. */
export async function createReporter({ db, unitId }: Ground): Promise<Reporter> {
  const [userId, sessionId] = [uuidv7(), uuidv7()]
  await db.insert(users).values({ id: userId, email: `${userId}@example.test`, name: 'Phóng Viên', passwordHash: 'none' })
  await db.insert(grants).values({ id: uuidv7(), userId, role: 'reporter', unitId })
  await db.insert(sessions).values({ id: sessionId, userId })
  return { userId, sessionId }
}
