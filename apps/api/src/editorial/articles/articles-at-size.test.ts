import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublished } from '../../../test/factories.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { operator } from '../../lib/acting-person.ts'
import { findCards } from './articles.repository.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  const { id } = await createPublished(it, await signIn(it, 'publisher'))
  await addManyLike(it, id, 10_000)
})
afterAll(() => it.close())

test("a page of the desk's list costs a page, however many articles there are", async () => {
  const { db, mostRowsRead } = watchStatements(it)
  const { id: siteId } = await findSite(it.database.db)
  const cards = await findCards(db, { siteId, actor: operator, filters: {}, after: undefined, limit: 21 })
  expect(cards).toHaveLength(21)
  expect(await mostRowsRead()).toBeLessThan(100)
})
