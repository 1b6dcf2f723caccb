import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const revisionsOf = async (id: string) =>
  (await it.database.db.execute(sql`SELECT number, sapo, sealed FROM article_revisions WHERE article_id = ${id} ORDER BY number`)).rows
const beganLongAgo = (id: string) =>
  it.database.db.execute(sql`UPDATE article_revisions SET begun_at = now() - interval '10 minutes' WHERE article_id = ${id}`)
const autosave = (as: SignedInForTest, id: string, sapo: string, version: number) =>
  send(it, as, 'PUT', `/articles/${id}/autosave`, { sapo }, version)

describe('saving', () => {
  test('goes on in the same revision while its writer began it less than ten minutes ago', async () => {
    const { id } = await createDraft(it, publisher, { sapo: 'một' })
    await autosave(publisher, id, 'hai', 1)
    const { rows: before } = await it.database.db.execute(sql`SELECT begun_at FROM article_revisions WHERE article_id = ${id}`)
    expect((await autosave(publisher, id, 'ba', 2)).json()).toMatchObject({ version: 3, revision: 1 })
    expect(await revisionsOf(id)).toEqual([{ number: 1, sapo: 'ba', sealed: false }])
    const { rows: after } = await it.database.db.execute(sql`SELECT begun_at FROM article_revisions WHERE article_id = ${id}`)
    expect(after).toEqual(before)
  })

  test('leaves a checkpoint behind after that, which is not sealed', async () => {
    const { id } = await createDraft(it, publisher, { sapo: 'một' })
    await beganLongAgo(id)
    expect((await autosave(publisher, id, 'hai', 1)).json()).toMatchObject({ version: 2, revision: 2 })
    await autosave(publisher, id, 'ba', 2)
    expect(await revisionsOf(id)).toEqual([
      { number: 1, sapo: 'một', sealed: false },
      { number: 2, sapo: 'ba', sealed: false },
    ])
  })

  test('by another person seals what stood before, however new it is', async () => {
    const { id } = await createDraft(it, publisher, { sapo: 'một' })
    await autosave(await signIn(it, 'editor'), id, 'hai', 1)
    expect(await revisionsOf(id)).toEqual([
      { number: 1, sapo: 'một', sealed: true },
      { number: 2, sapo: 'hai', sealed: false },
    ])
  })

  test('never changes a sealed revision, its writer’s own included', async () => {
    const { id } = await createDraft(it, publisher, { sapo: 'một' })
    await send(it, publisher, 'POST', `/articles/${id}/revisions`, {}, 1)
    await autosave(publisher, id, 'hai', 1)
    expect(await revisionsOf(id)).toEqual([
      { number: 1, sapo: 'một', sealed: true },
      { number: 2, sapo: 'hai', sealed: false },
    ])
  })
})
