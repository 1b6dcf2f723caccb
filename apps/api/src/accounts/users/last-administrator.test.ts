import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createUnit, send, sendPatiently } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { createUser } from '../../../test/users.ts'
import { whileLocked } from '../../../test/while-locked.ts'

let it: TestApp
let root: string
beforeAll(async () => {
  it = await createTestApp()
  root = await createUnit(it)
  await it.database.db.execute(sql`UPDATE sites SET root_unit_id = ${root}`)
})
afterAll(() => it.close())
// Past the API: with the rule that there is nobody left.
beforeEach(async () => {
  await it.database.db.execute(sql`ALTER TABLE grants DISABLE TRIGGER last_administrator`)
  await it.database.db.execute(sql`DELETE FROM grants`)
  await it.database.db.execute(sql`ALTER TABLE grants ENABLE TRIGGER last_administrator`)
})

const countAdministrators = async () => {
  const { rows } = await it.database.db.execute<{ n: number; has: boolean }>(sql`
    SELECT count(*)::int AS n, has_administrator() AS has FROM users u JOIN grants g ON g.user_id = u.id
    WHERE g.role = 'admin' AND u.disabled_at IS NULL AND u.password_hash IS NOT NULL`)
  return rows[0]
}
const take = (as: SignedInForTest, id: string) => send(it, as, 'PUT', `/users/${id}/grants`, { grants: [] }, 1)

describe('the last administrator', () => {
  test.each(['over the whole site', 'over its root unit'])(
    '%s stays one: by role, by disabling, by either of two at once',
    async (where) => {
      const admin = await signIn(it, 'admin', where === 'over its root unit' ? root : null)
      await createUser(it, { state: 'invited', grants: [{ role: 'admin', unitId: null }] })
      await createUser(it, { state: 'disabled', grants: [{ role: 'admin', unitId: null }] })
      await createUser(it, { grants: [{ role: 'admin', unitId: await createUnit(it, { parentId: root }) }] })
      const deeds = [
        () => take(admin, admin.userId),
        () => send(it, admin, 'PUT', `/users/${admin.userId}/grants`, { grants: [{ role: 'publisher', unitId: null }] }, 1),
        () => send(it, admin, 'POST', `/users/${admin.userId}/disable`, {}, 1),
      ]
      for (const deed of deeds) {
        const answer = await unchanged(it, deed)
        expect([answer.statusCode, answer.json().code]).toEqual([409, 'last_administrator'])
      }
      expect((await send(it, admin, 'GET', '/users')).statusCode).toBe(200)
    },
  )

  test('goes when there is another one; also when he is made in the same breath', async () => {
    const [first, second] = [await signIn(it, 'admin'), await signIn(it, 'admin', root)]
    expect((await send(it, first, 'POST', `/users/${first.userId}/disable`, {}, 1)).statusCode).toBe(200)
    const grants = [{ role: 'admin', unitId: null }]
    expect((await send(it, second, 'PUT', `/users/${second.userId}/grants`, { grants }, 1)).statusCode).toBe(200)
  })

  test('stays one when the last two take each other’s role at once', async () => {
    const [first, second] = [await signIn(it, 'admin'), await signIn(it, 'admin')]
    const both = () => Promise.all([take(first, second.userId), take(second, first.userId)])
    const answers = await whileLocked(it, sql`LOCK TABLE grants IN EXCLUSIVE MODE`, 2, both)
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await countAdministrators()).toEqual({ n: 1, has: true })
  })

  test('stays one when one of the last two disables himself and the other gives up his role at once', async () => {
    const [first, second] = [await signIn(it, 'admin'), await signIn(it, 'admin')]
    const disable = () => send(it, first, 'POST', `/users/${first.userId}/disable`, {}, 1)
    const both = () => Promise.all([disable(), take(second, second.userId)])
    const answers = await whileLocked(it, sql`LOCK TABLE users, grants IN EXCLUSIVE MODE`, 2, both)
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await countAdministrators()).toEqual({ n: 1, has: true })
  })
})

test('100 parallel grants never remove the last administrator', async () => {
  const admins = await Promise.all(Array.from({ length: 10 }, () => signIn(it, 'admin')))
  const pairs = admins.flatMap((admin, i) => admins.map((_, k) => ({ admin, target: admins[(i + k) % 10] as SignedInForTest })))
  expect(pairs).toHaveLength(100)
  const answers = await Promise.all(
    pairs.map(({ admin, target }) => sendPatiently(it, admin, 'PUT', `/users/${target.userId}/grants`, { grants: [] }, 1)),
  )
  const statuses = answers.map(({ statusCode }) => statusCode)
  expect(statuses.filter((status) => ![200, 403, 404, 409, 412].includes(status))).toEqual([])
  expect(statuses.filter((status) => status === 200)).toHaveLength(9)
  expect(await countAdministrators()).toEqual({ n: 1, has: true })
  expect(answers.map((answer) => answer.json().code)).toContain('last_administrator')
})
