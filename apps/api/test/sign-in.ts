import type { Role } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import { sessions } from '../src/db/schema/sessions.ts'
import { grants, users } from '../src/db/schema/users.ts'
import type { TestApp } from './test-app.ts'

export interface SignedInForTest {
  /** For `headers: { authorization }` of a request. */
  authorization: string
  userId: string
  sessionId: string
}

/** Makes a user with one grant (`unitId` null: the whole site) and a live session, without a password. Each call makes another user. */
export async function signIn({ app }: TestApp, role: Role, unitId: string | null = null): Promise<SignedInForTest> {
  const [userId, sessionId] = [uuidv7(), uuidv7()]
  await app.db.insert(users).values({ id: userId, email: `${userId}@example.test`, name: `Test ${role}`, passwordHash: 'none' })
  await app.db.insert(grants).values({ id: uuidv7(), userId, role, unitId })
  await app.db.insert(sessions).values({ id: sessionId, userId })
  const token = app.accessTokens.sign({ userId, sessionId, issuedAt: Math.floor(Date.now() / 1000) })
  return { authorization: `Bearer ${token}`, userId, sessionId }
}
