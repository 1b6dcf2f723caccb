import type { LightMyRequestResponse } from 'fastify'
import { createUser, type NewUser } from '../src/accounts/users/create-user.service.ts'
import type { TestApp } from './test-app.ts'

export const password = 'cà phê sữa đá 35k'
export const cookieName = '__Host-bantin-refresh'

let made = 0

/** A user who can sign in with `password`; answers the e-mail. Each call makes another one. */
export async function createAccount({ app }: TestApp, more: Partial<NewUser> = {}): Promise<string> {
  const email = `account-${made++}@example.test`
  await createUser(app.db, { email, name: 'Phạm Thị Lan', password, role: 'editor', ...more })
  return email
}

interface Sent {
  body?: unknown
  /** A refresh token. */
  cookie?: string | undefined
  headers?: Record<string, string>
  remoteAddress?: string
}

/** `POST /api/v1/auth/<verb>` as the desk in a browser sends it. */
export function post({ app }: TestApp, verb: 'login' | 'refresh' | 'logout', sent: Sent = {}): Promise<LightMyRequestResponse> {
  const { body = {}, cookie, headers = {}, remoteAddress = '203.0.113.1' } = sent
  return app.inject({
    method: 'POST',
    url: `/api/v1/auth/${verb}`,
    headers: {
      'content-type': 'application/json',
      origin: app.config.publicUrl,
      'sec-fetch-site': 'same-origin',
      ...(cookie === undefined ? {} : { cookie: `${cookieName}=${cookie}` }),
      ...headers,
    },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    remoteAddress,
  })
}

/** The refresh token that an answer sets. */
export function refreshTokenOf(answer: LightMyRequestResponse): string {
  const cookie = answer.cookies.find(({ name }) => name === cookieName)
  if (!cookie) throw new Error(`The answer sets no refresh cookie: ${answer.statusCode} ${answer.body}`)
  return cookie.value
}

/** Signs a new account in; answers its refresh token. */
export async function openTestSession(it: TestApp): Promise<{ email: string; token: string }> {
  const email = await createAccount(it)
  return { email, token: refreshTokenOf(await post(it, 'login', { body: { email, password } })) }
}
