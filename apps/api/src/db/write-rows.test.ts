import { desc } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import type { Db } from './client.ts'
import { findSite } from './find-site.ts'
import { auditLog } from './schema/audit.ts'
import { tags } from './schema/categories.ts'
import { mostTogether, together } from './together.ts'
import { insertRows, rowsOf } from './write-rows.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const deed = { actorName: 'Lê Thử', action: 'thing.do', entity: 'thing', entityId: uuidv7() }

async function newestDeeds(count: number) {
  return (await it.database.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(count)).reverse()
}

/** A transaction whose statements are counted. */
function counted(tx: Db, counts: { statements: number }): Db {
  const execute = tx.execute.bind(tx)
  tx.execute = ((query: Parameters<Db['execute']>[0]) => {
    counts.statements += 1
    return execute(query)
  }) as Db['execute']
  return tx
}

describe('rows that are inserted', () => {
  test('are what they were, of every kind of column, and have their defaults', async () => {
    const whole = { ...deed, version: null, fields: ['title', 'a,"b'], detail: { "it's": [1, null, { đ: '\\' }] } }
    await insertRows(it.database.db, [rowsOf(auditLog, whole)])
    const [row] = await newestDeeds(1)
    expect(row).toEqual({
      ...whole,
      id: row?.id,
      at: expect.any(Date),
      actorId: null,
      address: null,
      beforeHash: null,
      afterHash: null,
      transaction: row?.transaction,
    })
    const at = new Date('2024-02-29T23:59:59.123Z')
    await insertRows(it.database.db, [rowsOf(auditLog, { ...deed, at })])
    expect(await newestDeeds(1)).toMatchObject([{ at, fields: [] }])
  })

  test('at one moment of a transaction go by one statement, in their order, whatever their tables and fields', async () => {
    const { id: siteId } = await findSite(it.database.db)
    const counts = { statements: 0 }
    await it.database.db.transaction(async (transaction) => {
      const tx = counted(transaction, counts)
      const tag = { id: uuidv7(), siteId, slug: 'mot-the', name: 'Một thẻ' }
      await Promise.all([
        insertRows(tx, [rowsOf(auditLog, { ...deed, version: 1 })]),
        insertRows(tx, [rowsOf(tags, tag), rowsOf(auditLog, { ...deed, version: 2 })]),
        insertRows(tx, []),
        insertRows(tx, [rowsOf(tags)]),
        insertRows(tx, [rowsOf(auditLog, { ...deed, version: 3 }, { ...deed, version: 4 })]),
        insertRows(tx, [rowsOf(auditLog, { ...deed, address: '::1' })]),
      ])
      expect(counts.statements).toBe(1)
    })
    const rows = await newestDeeds(5)
    expect(rows.flatMap(({ version }) => version ?? [])).toEqual([1, 2, 3, 4])
    expect(rows.flatMap(({ address }) => address ?? [])).toEqual(['::1'])
    expect(await it.database.db.select({ name: tags.name }).from(tags)).toEqual([{ name: 'Một thẻ' }])
  })

  test('are refused together when one of them is', async () => {
    const rows = [deed, { ...deed, entityId: 'no id' }, deed]
    const outcomes = await it.database.db
      .transaction((tx) => Promise.allSettled(rows.map((row) => insertRows(tx, [rowsOf(auditLog, row)]))))
      .catch(() => [])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})

test('what strangers ask outside a transaction is asked of each alone, and fails alone', async () => {
  const asked: number[][] = []
  const half = together(async (_db, items: number[]) => {
    asked.push(items)
    if (items.some((item) => item % 2 === 1)) throw new Error('odd')
    return items.map((item) => item / 2)
  })
  const ask = (db: Db) => Promise.allSettled([2, 3, 4].map((item) => half(db, item)))
  expect((await ask(it.database.db)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(asked).toEqual([[2], [3], [4]])
  await it.database.db.transaction(async (tx) => {
    expect((await ask(tx)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await expect(half(tx, 8)).resolves.toBe(4)
  })
  expect(asked.slice(3)).toEqual([[2, 3, 4], [8]])
})

test('what very many ask at one moment is asked in groups, and each has the answer to its own', async () => {
  const sizes: number[] = []
  const double = together(async (_db, items: number[]) => {
    sizes.push(items.length)
    return items.map((item) => item * 2)
  })
  const items = Array.from({ length: 2 * mostTogether + 1 }, (_, n) => n)
  const answers = await it.database.db.transaction((tx) => Promise.all(items.map((item) => double(tx, item))))
  expect(answers).toEqual(items.map((item) => item * 2))
  expect(sizes).toEqual([mostTogether, mostTogether, 1])
})
