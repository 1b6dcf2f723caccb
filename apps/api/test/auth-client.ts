import type { Role } from '@bantin/shared/permissions'
import { eq } from 'drizzle-orm'
import type { LightMyRequestResponse } from 'fastify'
import { hashPassword } from '../src/accounts/passwords.ts'
import { createUser, type UserOfCommand } from '../src/accounts/users/create-user.service.ts'
import { users } from '../src/db/schema/users.ts'
import { type SignedInForTest, signIn } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

export const password = 'cà phê sữa đá 35k'
export const cookieName = '__Host-bantin-refresh'
export const deviceCookieName = '__Host-bantin-device'

let made = 0

/** A user who can sign in with `password`; answers the e-mail. Each call makes another one. */
export async function createAccount({ app }: TestApp, more: Partial<UserOfCommand> = {}): Promise<string> {
  const email = `account-${made++}@example.test`
  await createUser(app.db, { email, name: 'Phạm Thị Lan', password, role: 'editor', ...more })
  return email
}

interface Sent {
  body?: unknown
  /** A refresh token. */
  cookie?: string | undefined
  /** The token of a trusted device. */
  device?: string | undefined
  headers?: Record<string, string>
  remoteAddress?: string
}

/** `POST /api/v1/auth/<path>` as the desk in a browser sends it, where nobody needs to be signed in. */
export function post({ app }: TestApp, path: string, sent: Sent = {}): Promise<LightMyRequestResponse> {
  const { body = {}, cookie, device, headers = {}, remoteAddress = '203.0.113.1' } = sent
  const cookies = { [cookieName]: cookie, [deviceCookieName]: device }
  const given = Object.entries(cookies).filter(([, value]) => value !== undefined)
  return app.inject({
    method: 'POST',
    url: `/api/v1/auth/${path}`,
    headers: {
      'content-type': 'application/json',
      origin: app.config.publicUrl,
      'sec-fetch-site': 'same-origin',
      ...(given.length > 0 && { cookie: given.map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...headers,
    },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    remoteAddress,
  })
}

/** A request about one's own account: `/api/v1/auth/<path>` with the access token; `version` becomes `If-Match`. */
export function own(
  { app }: TestApp,
  as: { authorization: string } | null,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  payload?: unknown,
  more: { version?: number; headers?: Record<string, string>; remoteAddress?: string } = {},
): Promise<LightMyRequestResponse> {
  const { version, headers, remoteAddress = '203.0.113.1' } = more
  return app.inject({
    method,
    url: `/api/v1/auth/${path}`,
    headers: {
      ...(as && { authorization: as.authorization }),
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...headers,
    },
    ...(payload !== undefined && { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
    remoteAddress,
  })
}

/** The refresh token that an answer sets. */
export function refreshTokenOf(answer: LightMyRequestResponse): string {
  return cookieOf(answer, cookieName)
}

/** The token of a trusted device that an answer sets. */
export function deviceTokenOf(answer: LightMyRequestResponse): string {
  return cookieOf(answer, deviceCookieName)
}

function cookieOf(answer: LightMyRequestResponse, wanted: string): string {
  const cookie = answer.cookies.find(({ name }) => name === wanted)
  if (!cookie) throw new Error(`The answer sets no cookie ${wanted}: ${answer.statusCode} ${answer.body}`)
  return cookie.value
}

export interface KnownPerson extends SignedInForTest {
  email: string
}

/** Somebody who is signed in and knows `password`; quicker than to make an account and sign in. */
export async function signInKnowing(it: TestApp, role: Role = 'editor', unitId: string | null = null): Promise<KnownPerson> {
  const person = await signIn(it, role, unitId)
  hash ??= hashPassword(password)
  await it.app.db
    .update(users)
    .set({ passwordHash: await hash })
    .where(eq(users.id, person.userId))
  return { ...person, email: `${person.userId}@example.test` }
}

let hash: Promise<string> | undefined

/** Another session of the person, by password. Throws with what was answered instead. */
export async function signInAgain(it: TestApp, { email }: Pick<KnownPerson, 'email'>, more: Sent & { code?: string } = {}) {
  const { code, ...sent } = more
  const answer = await post(it, 'login', { body: { email, password, ...(code !== undefined && { code }) }, ...sent })
  const token = refreshTokenOf(answer)
  return { authorization: `Bearer ${answer.json().accessToken}`, token }
}

/** Signs a new account in; answers its refresh token. */
export async function openTestSession(it: TestApp): Promise<{ email: string; token: string }> {
  const email = await createAccount(it)
  return { email, token: refreshTokenOf(await post(it, 'login', { body: { email, password } })) }
}
