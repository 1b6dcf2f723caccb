import { verify } from '@node-rs/argon2'
import { eq, sql } from 'drizzle-orm'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createAccount, password, post, signInKnowing } from '../../../test/auth-client.ts'
import { turnOn } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { createUser } from '../../../test/users.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
import { users } from '../../db/schema/users.ts'

// Counted, not replaced: the real one still runs.
vi.mock(import('@node-rs/argon2'), async (original) => {
  const real = await original()
  return { ...real, verify: vi.fn(real.verify) }
})

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const attempt = (email: string, given: string) => post(it, 'login', { body: { email, password: given } })

describe('an unknown account, a wrong password, an invited and a disabled account', () => {
  const answerTo = (answer: LightMyRequestResponse) => {
    const { 'x-request-id': _, date: __, ...headers } = answer.headers
    return { status: answer.statusCode, headers, body: answer.body }
  }

  test('are answered alike, byte for byte, and cost one verification each', async () => {
    const [existing, disabled, guarded] = [await createAccount(it), await createAccount(it), await signInKnowing(it)]
    await it.app.db.update(users).set({ disabledAt: sql`now()` }).where(eq(users.email, disabled))
    await turnOn(it, guarded)
    const invited = `${await createUser(it, { state: 'invited' })}@example.test`
    const tries: [string, string][] = [
      ['nobody@example.test', 'wrong'],
      [existing, 'wrong'],
      [disabled, password],
      [disabled, 'wrong'],
      [invited, password],
      [guarded.email, 'wrong'],
    ]
    const answers = []
    for (const [email, given] of tries) {
      vi.mocked(verify).mockClear()
      answers.push(answerTo(await attempt(email, given)))
      expect(verify).toHaveBeenCalledTimes(1)
    }
    expect(answers[0]).toMatchObject({ status: 401, body: expect.stringContaining('"wrong_credentials"') })
    expect(answers).toEqual(Array(6).fill(answers[0]))
  })

  test('that were tried too often are answered alike too', async () => {
    const existing = await createAccount(it)
    const blocked = []
    for (const email of ['nobody@example.test', existing]) {
      await it.app.db.delete(loginAttempts)
      for (let tried = 0; tried < 10; tried++) await attempt(email, 'wrong')
      const { status, body } = answerTo(await attempt(email, 'wrong'))
      blocked.push({ status, body })
    }
    expect(blocked[0]).toMatchObject({ status: 429 })
    expect(blocked[1]).toEqual(blocked[0])
  })
})

test('two passwords are checked at a time, twenty wait, and whoever comes then is a 503 that says when to come back', async () => {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  vi.mocked(verify)
    .mockClear()
    .mockImplementation(() => opened.then(() => false))
  const tries = Array.from({ length: 23 }, (_, index) =>
    post(it, 'login', { body: { email: `somebody-${index}@example.test`, password: 'wrong' }, remoteAddress: `198.51.100.${index}` }),
  )
  const refused = await Promise.race(tries)
  expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([503, 'unavailable', '5'])
  expect(verify).toHaveBeenCalledTimes(2)
  open()
  const statuses = (await Promise.all(tries)).map(({ statusCode }) => statusCode)
  expect(statuses.sort()).toEqual([...Array(22).fill(401), 503])
})
