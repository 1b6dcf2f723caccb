import { randomBytes } from 'node:crypto'
import type { Role } from '@bantin/shared/permissions'
import { onTestFinished } from 'vitest'
import { createUser } from '../src/accounts/users/create-user.service.ts'
import { openDatabase } from '../src/db/client.ts'
import { ensureSite } from '../src/db/ensure-site.ts'
import { dataFolder, runAppProcess } from './app-process.ts'
import { cookieName, password } from './auth-client.ts'
import { testConfig } from './test-app.ts'
import { createTestDatabase } from './test-database.ts'

export type Three = Awaited<ReturnType<typeof startThree>>

export interface Session {
  token: string
  cookie: string
}

export interface Person {
  id: string
  email: string
  /** Signed in twice. */
  one: Session
  other: Session
}

type Answer = { statusCode: number; body: Record<string, unknown>; headers: Headers }

/** Three processes of the application on one database, each of which is asked by its number. */
export async function startThree() {
  const own = await createTestDatabase()
  const { db, close } = await openDatabase({ url: own.url, onError: () => undefined })
  onTestFinished(async () => {
    await close()
    await own.drop()
  })
  await ensureSite(db, { host: 'localhost', timeZone: testConfig.timeZone })
  const env = { ROLE: 'api', DATABASE_URL: own.url, SECRET: randomBytes(36).toString('base64'), PUBLIC_URL: testConfig.publicUrl }
  const urls = await Promise.all([1, 2, 3].map(() => runAppProcess(dataFolder(), env).ready))

  const ask = async (node: number, method: string, path: string, as: Partial<Session>, sent: { body?: object; version?: number } = {}) => {
    const answer = await fetch(`${urls[node % 3]}/api/v1${path}`, {
      method,
      headers: {
        ...(as.token !== undefined && { authorization: `Bearer ${as.token}` }),
        ...(as.cookie !== undefined && { cookie: `${cookieName}=${as.cookie}` }),
        ...(sent.body && { 'content-type': 'application/json' }),
        ...(sent.version !== undefined && { 'if-match': `"${sent.version}"` }),
      },
      ...(sent.body && { body: JSON.stringify(sent.body) }),
    })
    const text = await answer.text()
    return { statusCode: answer.status, body: text === '' ? {} : JSON.parse(text), headers: answer.headers } as Answer
  }
  const sessionOf = ({ body, headers }: Answer): Session => {
    const cookie = headers.getSetCookie().map((one) => new RegExp(`^${cookieName}=([^;]+)`).exec(one)?.[1])
    return { token: String(body.accessToken), cookie: cookie.find(Boolean) ?? '' }
  }
  const signIn = async (node: number, email: string) => sessionOf(await ask(node, 'POST', '/auth/login', {}, { body: { email, password } }))
  let made = 0
  const signInNew = async (role: Role): Promise<Person> => {
    const email = `nguoi-${made++}@example.test`
    const id = await createUser(db, { email, name: 'Người Thử', password, role })
    return { id, email, one: await signIn(0, email), other: await signIn(1, email) }
  }
  return { ask, sessionOf, signInNew }
}
