import { like } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { unknownId } from '../../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { sites } from '../../db/schema/sites.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())
beforeEach(async () => {
  await it.database.db.update(sites).set({ settings: {} })
})

const storm = { level: 'danger', text: 'Bão số 9 vào đất liền chiều nay' }
const far = '2999-01-01T00:00:00.000+07:00'
const farther = '2999-01-02T00:00:00.000+07:00'
const create = (alert: object) => send(it, publisher, 'POST', '/alerts', alert)
const made = async (alert: object = storm) => (await create(alert)).json()
const shown = async () => (await it.app.inject('/api/v1/site')).json().alerts
const list = async () => (await send(it, publisher, 'GET', '/alerts')).json().data

test('an alert is shown at once, changed with its version, and taken down at once', async () => {
  const answer = await create({ ...storm, url: '/bai-viet/bao', until: far })
  const alert = answer.json()
  expect([answer.statusCode, answer.headers.etag, answer.headers.location]).toEqual([201, '"1"', `/api/v1/editorial/alerts/${alert.id}`])
  expect(alert).toMatchObject({ ...storm, url: '/bai-viet/bao', from: null, until: far, state: 'shown', version: 1 })
  expect(await shown()).toEqual([{ ...storm, url: 'http://localhost:3000/bai-viet/bao', until: far }])
  const changed = await send(it, publisher, 'PATCH', `/alerts/${alert.id}`, { level: 'info', url: null }, 1)
  expect(changed.json()).toMatchObject({ level: 'info', text: storm.text, url: null, until: far, version: 2 })
  expect(await shown()).toMatchObject([{ level: 'info', url: null }])
  const ended = await send(it, publisher, 'POST', `/alerts/${alert.id}/end`, {}, 2)
  expect([ended.json().state, await shown()]).toEqual(['ended', []])
  expect((await send(it, publisher, 'GET', `/alerts/${alert.id}`)).json()).toEqual(ended.json())
  const noted = await it.database.db.select().from(auditLog).where(like(auditLog.action, 'alert.%')).orderBy(auditLog.id)
  expect(noted.map(({ action, fields, version }) => [action, fields, version])).toEqual([
    ['alert.create', [], 1],
    ['alert.change', ['level', 'url'], 2],
    ['alert.end', ['until'], 3],
  ])
})

test('what begins later is planned and not shown; ended, it never is', async () => {
  const { id, state } = await made({ ...storm, from: far, until: farther })
  expect([state, await shown()]).toEqual(['planned', []])
  expect((await send(it, publisher, 'POST', `/alerts/${id}/end`, {}, 1)).json().state).toBe('ended')
})

test('the newest stands first at the desk, the worst first for readers; one put up again is shown again', async () => {
  const [first, second] = [await made(), await made({ level: 'info', text: 'Lịch tiếp công dân' })]
  expect((await list()).map(({ id }: { id: string }) => id)).toEqual([second.id, first.id])
  expect((await shown()).map(({ level }: { level: string }) => level)).toEqual(['danger', 'info'])
  await send(it, publisher, 'POST', `/alerts/${first.id}/end`, {}, 1)
  await send(it, publisher, 'PATCH', `/alerts/${first.id}`, { until: null }, 2)
  expect(await shown()).toHaveLength(2)
})

test('of those that have ended the last ones are remembered; so many that nobody reads them are not taken', async () => {
  const [alert, until] = [await made(), '2020-01-01T00:00:00.000Z']
  const stored = { ...storm, level: 'danger' as const, version: 1, url: null, from: null }
  const many = (count: number, ended: boolean) =>
    Array.from({ length: count }, (_, i) => ({ ...stored, id: unknownId.replace(/00$/, String(i + 10)), until: ended ? until : null }))
  await it.database.db.update(sites).set({ settings: { alerts: many(60, true) } })
  expect([(await create(storm)).statusCode, (await list()).length]).toEqual([201, 51])
  await it.database.db.update(sites).set({ settings: { alerts: many(20, false) } })
  expect(said(await unchanged(it, () => create(storm)))).toEqual([409, 'conflict'])
  expect((await send(it, publisher, 'GET', `/alerts/${alert.id}`)).statusCode).toBe(404)
})

test.each([
  ['a time that is over', { until: '2020-01-01T00:00:00+07:00' }, '/until'],
  ['an end before the beginning', { from: farther, until: far }, '/until'],
  ['an address that is none', { url: 'javascript:alert(1)' }, '/url'],
  ['an address of another host in disguise', { url: '//example.com' }, '/url'],
  ['a text of several lines', { text: 'Một\nHai' }, '/text'],
  ['an unknown level', { level: 'loud' }, '/level'],
])('%s is refused with its place', async (_name, part, pointer) => {
  const { id } = await made()
  const answers = await unchanged(it, async () => [
    await create({ ...storm, ...part }),
    await send(it, publisher, 'PATCH', `/alerts/${id}`, part, 1),
  ])
  for (const answer of answers) expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([400, pointer])
})

test('only a publisher of the site changes alerts, over what he has seen', async () => {
  const [{ id }, editor] = [await made(), await signIn(it, 'editor')]
  const refused = await unchanged(it, async () => [
    await send(it, null, 'POST', '/alerts', storm),
    await send(it, editor, 'POST', '/alerts', storm),
    await send(it, editor, 'POST', `/alerts/${id}/end`, {}, 1),
    await send(it, publisher, 'POST', `/alerts/${unknownId}/end`, {}, 1),
    await send(it, publisher, 'PATCH', `/alerts/${id}`, { level: 'info' }),
    await send(it, publisher, 'POST', `/alerts/${id}/end`, {}, 2),
  ])
  expect(refused.map(said)).toEqual([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [428, 'version_required'],
    [412, 'version_stale'],
  ])
  expect((await send(it, editor, 'GET', '/alerts')).statusCode).toBe(200)
})

test('two who change different alerts at once both have their way', async () => {
  const [one, other] = [await made(), await made()]
  const answers = await Promise.all([one, other].map(({ id }) => send(it, publisher, 'PATCH', `/alerts/${id}`, { level: 'info' }, 1)))
  expect([answers.map(({ statusCode }) => statusCode), (await shown()).map(({ level }: { level: string }) => level)]).toEqual([
    [200, 200],
    ['info', 'info'],
  ])
})
