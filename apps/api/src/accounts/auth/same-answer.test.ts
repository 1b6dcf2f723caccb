import { verify } from '@node-rs/argon2'
import { eq, sql } from 'drizzle-orm'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createAccount, password, post } from '../../../test/auth-client.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
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

describe('an unknown account, a wrong password and a disabled account', () => {
  const answerTo = (answer: LightMyRequestResponse) => {
    const { 'x-request-id': _, date: __, ...headers } = answer.headers
    return { status: answer.statusCode, headers, body: answer.body }
  }

  test('are answered alike, byte for byte, and cost one verification each', async () => {
    const [existing, disabled] = [await createAccount(it), await createAccount(it)]
    await it.app.db.update(users).set({ disabledAt: sql`now()` }).where(eq(users.email, disabled))
    const tries: [string, string][] = [
      ['nobody@example.test', 'wrong'],
      [existing, 'wrong'],
      [disabled, password],
      [disabled, 'wrong'],
    ]
    const answers = []
    for (const [email, given] of tries) {
      vi.mocked(verify).mockClear()
      answers.push(answerTo(await attempt(email, given)))
      expect(verify).toHaveBeenCalledTimes(1)
    }
    expect(answers[0]).toMatchObject({ status: 401, body: expect.stringContaining('"wrong_credentials"') })
    expect(answers).toEqual(Array(4).fill(answers[0]))
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
