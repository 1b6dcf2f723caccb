import type { GrantInput, UserState } from '@bantin/shared/users'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { insertUser } from '../src/accounts/users/users.repository.ts'
import { sessions } from '../src/db/schema/sessions.ts'
import type { TestApp } from './test-app.ts'

interface UserOptions {
  name?: string
  email?: string
  /** Without: none. */
  grants?: GrantInput[]
  state?: UserState
}

/** Somebody with an account, active unless it is said otherwise, who is not signed in; answers his id. */
export async function createUser({ database: { db } }: TestApp, options: UserOptions = {}): Promise<string> {
  const { name = 'Lò Thị Mai', grants = [], state = 'active' } = options
  const id = uuidv7()
  const passwordHash = state === 'invited' ? null : 'none'
  const disabledAt = state === 'disabled' ? new Date() : null
  const user = { id, name, email: options.email ?? `${id}@example.test`, passwordHash, disabledAt }
  if (!(await insertUser(db, user, grants))) throw new Error('The e-mail is taken.')
  return id
}

/** A session of the user, as old as it is said. */
export async function createSession({ database: { db } }: TestApp, userId: string, daysAgo = 0): Promise<string> {
  const id = uuidv7()
  const at = sql`now() - make_interval(days => ${daysAgo}::int)`
  await db.insert(sessions).values({ id, userId, createdAt: at, lastUsedAt: at })
  return id
}
