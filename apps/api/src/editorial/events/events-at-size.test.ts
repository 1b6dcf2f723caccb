import type { Actor } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cursorOfNow } from '../../../test/events.ts'
import { createPublished, createUnit } from '../../../test/factories.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { addManyAuditRows } from '../../../test/many-audit-rows.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { operator } from '../../lib/acting-person.ts'
import { lookForEvents } from './events.repository.ts'

let it: TestApp
let unit: string
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  unit = await createUnit(it)
  const { id } = await createPublished(it, publisher, { unitId: unit })
  await addManyLike(it, id, 10_000)
  await it.database.db.execute(sql`
    INSERT INTO audit_log (actor_name, action, entity, entity_id) SELECT 'many', 'article.edit', 'article', id FROM articles`)
  await addManyAuditRows(it, 20_000)
})
afterAll(() => it.close())

const readers: [string, () => Actor][] = [
  ['who reads everything', () => operator],
  ['of one unit', () => ({ userId: operator.userId, grants: [{ role: 'editor', unitId: unit }] })],
  ['of another unit', () => ({ userId: operator.userId, grants: [{ role: 'editor', unitId: '00000000-0000-7000-8000-000000000000' }] })],
]

test.each(readers)('a look for news costs next to nothing to a reader %s', async (_name, reader) => {
  const newest = await cursorOfNow(it, publisher)
  const { db, mostRowsRead } = watchStatements(it)
  expect((await lookForEvents(db, reader(), newest)).data).toEqual([])
  expect(await mostRowsRead()).toBeLessThan(50)
})

test.each(readers)('a look from long ago costs a thousand rows and no more, to a reader %s', async (_name, reader) => {
  const { db, mostRowsRead } = watchStatements(it)
  expect((await lookForEvents(db, reader(), '1:0')).isCut).toBe(true)
  expect(await mostRowsRead()).toBeLessThan(1500)
})
