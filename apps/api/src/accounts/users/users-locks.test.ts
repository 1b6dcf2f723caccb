import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type KnownPerson, signInKnowing } from '../../../test/auth-client.ts'
import { createUnit, send } from '../../../test/factories.ts'
import { handOver } from '../../../test/leaver.ts'
import { codeOf, turnOn } from '../../../test/second-factor.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { userRoutes } from '../../../test/user-routes.ts'
import { createUser } from '../../../test/users.ts'
import { underLock, whileLocked } from '../../../test/while-locked.ts'

let it: TestApp
let unit: string
beforeAll(async () => {
  it = await createTestApp()
  await signIn(it, 'admin')
  unit = await createUnit(it)
})
afterAll(() => it.close())

const lockOf = (...ids: string[]) => sql`SELECT FROM users WHERE id IN (${sql.join(ids, sql`, `)}) FOR UPDATE`

describe('whoever may not do it is refused while another one holds the account, so he holds up nobody either', () => {
  const userIn = (unitId: string) => createUser(it, { grants: [{ role: 'reporter', unitId }] })

  test.each(userRoutes.filter(({ name }) => name !== 'read'))('$name', async ({ method, path, body }) => {
    const id = await userIn(unit)
    const [stranger, auditor] = [await signIn(it, 'admin', await createUnit(it)), await signIn(it, 'auditor', unit)]
    const ask = async (as: SignedInForTest) => (await send(it, as, method, `/users/${id}${path}`, body, 1)).statusCode
    expect(await underLock(it, lockOf(id), async () => [await ask(stranger), await ask(auditor)])).toEqual([404, 403])
  })

  test('hand over: from whom he may not change, and to whom he may hand over nothing', async () => {
    const elsewhere = await createUnit(it)
    const [leaver, colleague, held] = [await userIn(unit), await userIn(unit), await userIn(elsewhere)]
    const ofUnit = await signIn(it, 'admin', unit)
    const ask = async (from: string, to: string) => (await handOver(it, ofUnit, from, { to, articles: 'give' })).statusCode
    const statuses = await underLock(it, lockOf(held), async () => [await ask(held, colleague), await ask(leaver, held)])
    expect(statuses).toEqual([404, 422])
  })
})

test('of two administrators who take away each other’s second factor one comes after the other, and has none left to do it with', async () => {
  const [one, other] = [await signInKnowing(it, 'admin'), await signInKnowing(it, 'admin')]
  const secrets = [(await turnOn(it, one)).secret, (await turnOn(it, other)).secret]
  const reset = (as: KnownPerson, { userId }: KnownPerson, secret = '') =>
    send(it, as, 'POST', `/users/${userId}/reset-second-factor`, { code: codeOf(secret) })
  const answers = await whileLocked(it, lockOf(one.userId, other.userId), 2, () =>
    Promise.all([reset(one, other, secrets[0]), reset(other, one, secrets[1])]),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403])
  expect(answers.find(({ statusCode }) => statusCode === 403)?.json().code).toBe('confirmation_failed')
})
