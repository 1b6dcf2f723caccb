import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { unknownId } from '../../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { homeSlots } from '../../db/schema/home-slots.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const home = async () => (await send(it, publisher, 'GET', '/home')).json()
const arrange = async (slots: unknown, as: SignedInForTest | null = publisher, version?: number) =>
  send(it, as, 'PUT', '/home', { slots }, version ?? (await home()).version)
const shown = async () => (await it.app.inject('/api/v1/site')).json().home
const slots = (...ids: string[]) => ids.map((articleId) => ({ articleId }))

test('what is arranged is shown at once and in its order; the next arrangement takes its place', async () => {
  const [first, second] = [await createPublished(it, publisher), await createPublished(it, publisher)]
  expect([await shown(), (await home()).slots]).toEqual([[], []])
  const { version } = await home()
  const answer = await arrange([{ articleId: second.id, until: '2999-01-01T00:00:00+07:00' }, { articleId: first.id }])
  expect(answer.headers.etag).toBe(`"${version + 1}"`)
  expect(answer.json()).toMatchObject({
    version: version + 1,
    slots: [
      { article: { id: second.id, publicState: 'published' }, until: '2999-01-01T00:00:00.000+07:00' },
      { article: { id: first.id }, until: null },
    ],
  })
  expect(await shown()).toEqual([second.id, first.id])
  await arrange(slots(first.id))
  expect(await shown()).toEqual([first.id])
  const { db } = it.database
  const noted = await db.select().from(auditLog).where(eq(auditLog.action, 'home.change')).orderBy(auditLog.id)
  expect(noted.map(({ detail }) => detail)).toEqual([
    { home: { before: [], after: [second.id, first.id] } },
    { home: { before: [second.id, first.id], after: [first.id] } },
  ])
})

test('an article that is taken down leaves the home page, and the desk says why; put back, it stands where it stood', async () => {
  const [held, other] = [await createPublished(it, publisher), await createPublished(it, publisher)]
  await arrange(slots(held.id, other.id))
  const { version } = (await send(it, publisher, 'POST', `/articles/${held.id}/hold`, {}, held.version)).json()
  expect(await shown()).toEqual([other.id])
  expect((await home()).slots[0].article).toMatchObject({ id: held.id, publicState: 'held' })
  await send(it, publisher, 'POST', `/articles/${held.id}/put-back`, {}, version)
  expect(await shown()).toEqual([held.id, other.id])
})

test('an article whose time in its place is over is neither shown nor arranged again', async () => {
  const [over, other] = [await createPublished(it, publisher), await createPublished(it, publisher)]
  await arrange(slots(over.id, other.id))
  await it.database.db
    .update(homeSlots)
    .set({ until: new Date('2020-01-01') })
    .where(eq(homeSlots.articleId, over.id))
  expect([await shown(), (await home()).slots.map(({ article }: { article: { id: string } }) => article.id)]).toEqual([
    [other.id],
    [other.id],
  ])
})

test.each([
  ['twice the same', 'twice', 400, '/slots/1/articleId'],
  ['a moment that is over', 'past', 400, '/slots/0/until'],
  ['a draft', 'draft', 422, '/slots/0/articleId'],
  ['what is not there', 'missing', 422, '/slots/0/articleId'],
  ['more than there is room for', 'many', 400, '/slots'],
])('%s is refused with its place, and changes nothing', async (_name, which, status, pointer) => {
  const [{ id }, draft] = [await createPublished(it, publisher), await createDraft(it, publisher)]
  const sent = {
    twice: slots(id, id),
    past: [{ articleId: id, until: '2020-01-01T00:00:00+07:00' }],
    draft: slots(draft.id),
    missing: slots(unknownId),
    many: slots(...Array.from({ length: 11 }, () => id)),
  }
  const answer = await unchanged(it, () => arrange(sent[which as keyof typeof sent]))
  expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([status, pointer])
})

test('only a publisher of the site arranges, over what he has seen', async () => {
  const [editor, elsewhere] = [await signIn(it, 'editor'), await signIn(it, 'publisher', await createUnit(it))]
  const { version } = await home()
  const refused = await unchanged(it, async () => [
    await arrange([], null, version),
    await arrange([], editor, version),
    await arrange([], elsewhere, version),
    await send(it, elsewhere, 'GET', '/home'),
    await send(it, publisher, 'PUT', '/home', { slots: [] }),
    await arrange([], publisher, version - 1),
  ])
  expect(refused.map(said)).toEqual([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [403, 'forbidden'],
    [403, 'forbidden'],
    [428, 'version_required'],
    [412, 'version_stale'],
  ])
  expect((await send(it, editor, 'GET', '/home')).statusCode).toBe(200)
})
