import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublished, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const hold = ({ id, version }: { id: string; version: number }, input: object) =>
  send(it, publisher, 'POST', `/articles/${id}/hold`, input, version)
const held = async (input: object = {}) => await makeMoves(it, publisher, await createPublished(it, publisher), ['hold', input])
const age = (id: string, time: string) =>
  it.database.db.execute(sql`UPDATE articles SET held_at = now() - ${time}::interval WHERE id = ${id}`)

test('taking down needs no reason: it may follow, once, and is told to nobody outside', async () => {
  const article = await held()
  const later = await hold(article, { reason: 'Chờ xác minh' })
  expect(later.json()).toMatchObject({ publicState: 'held', hold: { reason: 'Chờ xác minh', at: article.hold?.at }, receipt: null })
  const again = await unchanged(it, () => hold(later.json(), { reason: 'Nghĩ lại' }))
  expect([again.statusCode, again.json().code]).toEqual([409, 'move_not_allowed'])
  const { data } = (await it.app.inject({ url: '/api/v1/changes?cursor=1:0' })).json()
  expect(data.filter(({ id }: { id: string }) => id === article.id).map(({ reason }: { reason: string }) => reason)).toEqual([
    'published',
    'held',
  ])
})

test('a reason that was given at once stands', async () => {
  const article = await held({ reason: 'Sai số liệu' })
  expect((await unchanged(it, () => hold(article, { reason: 'Khác' }))).statusCode).toBe(409)
})

test.each([[{}], [{ reason: null }], [{ reason: '' }], [{ reason: ' \n' }]])(
  '%j is no reason, neither at once nor later',
  async (input) => {
    const article = await held(input)
    expect(article.hold?.reason).toBeNull()
    expect((await unchanged(it, () => hold(article, input))).statusCode).toBe(409)
    expect((await hold(article, { reason: 'Bây giờ mới có' })).statusCode).toBe(200)
  },
)

test('it may follow within 24 hours by the clock of the database, and not afterwards', async () => {
  const [early, late] = [await held(), await held()]
  await age(early.id, '23 hours 59 minutes')
  await age(late.id, '24 hours 1 minute')
  expect((await hold(early, { reason: 'Vừa kịp' })).statusCode).toBe(200)
  expect((await unchanged(it, () => hold(late, { reason: 'Muộn' }))).statusCode).toBe(409)
})

test('after it came back, the next hold begins anew', async () => {
  const article = await held({ reason: 'Lần một' })
  const again = await makeMoves(it, publisher, article, ['put-back'], ['hold'])
  expect(again.hold?.reason).toBeNull()
  expect((await hold(again, { reason: 'Lần hai' })).json().hold.reason).toBe('Lần hai')
})
