import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let admin: SignedInForTest
let unitId: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  unitId = await createUnit(it)
})
afterAll(() => it.close())

const secret = 'Nguyễn Văn Kín'
const asks: [Parameters<typeof send>[2], string, object, number][] = [
  ['PATCH', '', { title: secret }, 1],
  ['PUT', '/autosave', { title: secret }, 2],
  ['POST', '/revisions', { label: secret }, 2],
  ['POST', '/comments', { text: secret }, 2],
  ['POST', '/duplicate', {}, 2],
  ['POST', '/submit', {}, 2],
]

describe('an answer that is kept for a retry', () => {
  test('is told to nobody who may not read the article any more', async () => {
    const person = await signIn(it, 'reporter', unitId)
    const { id } = await createDraft(it, person, { unitId })
    const sendAll = async () => {
      const answers = []
      for (const [method, path, input, version] of asks) {
        answers.push(await send(it, person, method, `/articles/${id}${path}`, input, version, { 'idempotency-key': `key${path}` }))
      }
      return answers
    }
    for (const answer of await sendAll()) expect([200, 201]).toContain(answer.statusCode)
    await it.database.db.execute(sql`DELETE FROM grants WHERE user_id = ${person.userId}`)
    const missing = await send(it, person, 'GET', `/articles/${id}`)
    for (const answer of await unchanged(it, sendAll)) expect([answer.statusCode, answer.body]).toEqual([404, missing.body])
  })

  test('is forgotten with the words that an administrator has emptied', async () => {
    const headers = { 'idempotency-key': 'published-with-a-name' }
    const draft = await createDraft(it, admin, { title: secret, unitId })
    const publish = () => send(it, admin, 'POST', `/articles/${draft.id}/publish`, {}, draft.version, headers)
    const published = (await publish()).json()
    await makeMoves(it, admin, published, ['hold'], ['redact', { editions: [1], reason: 'Nêu tên trẻ em' }])
    const { rows } = await it.database.db.execute(sql`SELECT FROM idempotency_keys WHERE body LIKE ${`%${draft.id}%`}`)
    expect(rows).toEqual([])
    expect((await unchanged(it, publish)).statusCode).toBe(412)
  })
})
