import type { AuditRow } from '@bantin/shared/audit'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { recordAudit } from '../../db/audit.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { operator } from '../../lib/acting-person.ts'

let it: TestApp
let admin: SignedInForTest
let auditor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  auditor = await signIn(it, 'auditor')
})
afterAll(() => it.close())

const rowsOf = async (query: string, as = auditor) => (await send(it, as, 'GET', `/audit?${query}`)).json().data as AuditRow[]

/** Rows of an entity of their own, one for each moment. */
async function addRows(...moments: string[]): Promise<string> {
  const entityId = uuidv7()
  for (const at of moments) {
    await it.database.db.insert(auditLog).values({ actorName: 'x', action: 'thing.do', entity: 'thing', entityId, at: new Date(at) })
  }
  return entityId
}

describe('the audit log', () => {
  test('says who did what to what, from where, which fields, and what the content was before and after', async () => {
    const { id } = await createDraft(it, admin)
    await send(it, admin, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.' }, 1)
    const [row] = await rowsOf(`entityId=${id}`)
    const hash = expect.stringMatching(/^sha256:[0-9a-f]{64}$/)
    expect(row).toMatchObject({
      id: expect.any(Number),
      at: expect.stringMatching(/\+07:00$/),
      actor: { id: admin.userId, name: 'Test admin' },
      address: '127.0.0.1',
      action: 'article.edit',
      entity: 'article',
      entityId: id,
      version: 2,
      fields: ['sapo'],
      beforeHash: hash,
      afterHash: hash,
    })
  })

  test('names a command that nobody was signed in for', async () => {
    const entityId = uuidv7()
    await recordAudit(it.database.db, operator, { action: 'thing.do', entity: 'thing', entityId, detail: { a: [1, { b: null }] } })
    expect(await rowsOf(`entityId=${entityId}`)).toMatchObject([
      { actor: { id: null, name: 'command line' }, address: null, version: null, fields: [], detail: { a: [1, { b: null }] } },
    ])
  })

  test('is listed newest first, page by page, each row once', async () => {
    const days = [1, 2, 2, 2, 3].map((day) => `2024-05-0${day}T05:00:00Z`)
    const entityId = await addRows(...days)
    const all = await rowsOf(`entityId=${entityId}`)
    expect(all.map(({ at }) => at.slice(0, 10))).toEqual(['2024-05-03', '2024-05-02', '2024-05-02', '2024-05-02', '2024-05-01'])
    const paged: AuditRow[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const path = `/audit?entityId=${entityId}&limit=2${cursor && `&cursor=${cursor}`}`
      const answer: { data: AuditRow[]; page: { next: string | null } } = (await send(it, auditor, 'GET', path)).json()
      paged.push(...answer.data)
      cursor = answer.page.next
    }
    expect(paged).toEqual(all)
  })

  test('is found by local days, both included', async () => {
    const entityId = await addRows('2024-02-28T16:59:59Z', '2024-02-28T17:00:00Z', '2024-02-29T16:59:59Z', '2024-02-29T17:00:00Z')
    const days = async (query: string) => (await rowsOf(`entityId=${entityId}&${query}`)).map(({ at }) => at.slice(8, 10))
    expect(await days('from=2024-02-29&to=2024-02-29')).toEqual(['29', '29'])
    expect(await days('from=2024-02-29')).toEqual(['01', '29', '29'])
    expect(await days('to=2024-02-28')).toEqual(['28'])
  })

  test('is found by person, deed, kind of thing and thing, together too', async () => {
    const one = await signIn(it, 'publisher')
    const { id } = await createDraft(it, one)
    const { version } = (await send(it, one, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.' }, 1)).json()
    await send(it, one, 'POST', `/articles/${id}/publish`, {}, version)
    const actions = async (query: string) => (await rowsOf(query)).map(({ action }) => action)
    expect(await actions(`actorId=${one.userId}`)).toEqual(['article.publish', 'article.edit', 'article.create'])
    expect(await actions(`actorId=${one.userId}&action=article.edit`)).toEqual(['article.edit'])
    expect(await actions(`entityId=${id}&entity=article&action=article.publish&actorId=${one.userId}`)).toEqual(['article.publish'])
    expect(await actions(`entityId=${id}&entity=session`)).toEqual([])
    expect(await actions(`entityId=${id}&actorId=${admin.userId}`)).toEqual([])
  })

  test('says whom it can be asked about, by name, also those who may not come in any more', async () => {
    const gone = await signIn(it, 'reporter')
    await it.database.db.execute(sql`UPDATE users SET name = 'Ánh', disabled_at = now() WHERE id = ${gone.userId}`)
    const { data } = (await send(it, auditor, 'GET', '/audit/people')).json()
    expect(data[0]).toEqual({ id: gone.userId, name: 'Ánh' })
    expect(data).toContainEqual({ id: admin.userId, name: 'Test admin' })
    expect((await send(it, auditor, 'GET', '/audit/people?limit=1')).statusCode).toBe(400)
  })
})

describe('Oracles: the log is asked for what it offers, and nothing else', () => {
  test.each([
    'detail=x',
    'address=127.0.0.1',
    'beforeHash=x',
    'fields=sapo',
    'version=1',
    'actor.id=1',
    'sort=at',
    'q=x',
    'from=2024-02-30',
    'from=yesterday',
    'to=2024-02-29T00:00:00Z',
    'actorId=1',
    'entityId=%27--',
    'action=%25',
    'action=',
    'entity=Article%20x',
    'limit=101',
    'limit=0',
    'action=a&action=b',
  ])('%s → 400', async (query) => {
    for (const path of [`/audit?${query}`, `/audit/export?${query}`]) {
      const answer = await unchanged(it, () => send(it, auditor, 'GET', path))
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
    }
  })

  test('a cursor of other filters, of another list, or changed by one character → 400', async () => {
    const entityId = await addRows('2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z')
    const { page } = (await send(it, auditor, 'GET', `/audit?entityId=${entityId}&limit=1`)).json()
    const last = page.next.endsWith('A') ? 'B' : 'A'
    for (const query of [
      `limit=1&cursor=${page.next}`,
      `entityId=${entityId}&from=2024-01-01&cursor=${page.next}`,
      `entityId=${entityId}&cursor=${page.next.slice(0, -1)}${last}`,
    ]) {
      const answer = await send(it, auditor, 'GET', `/audit?${query}`)
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_cursor'])
    }
    expect((await send(it, auditor, 'GET', `/articles?cursor=${page.next}`)).statusCode).toBe(400)
  })
})

describe('Objects: the log is for administrators and auditors of the whole site', () => {
  test.each(['/audit', '/audit/people', '/audit/export'])('%s: others → 403, nobody → 401', async (path) => {
    const root = await createUnit(it)
    await it.database.db.execute(sql`UPDATE sites SET root_unit_id = ${root}`)
    const below = await createUnit(it, { parentId: root })
    const others = [
      await signIn(it, 'publisher'),
      await signIn(it, 'reporter', root),
      await signIn(it, 'admin', below),
      await signIn(it, 'auditor', below),
    ]
    for (const other of others) {
      const answer = await unchanged(it, () => send(it, other, 'GET', path))
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
    }
    for (const entitled of [admin, auditor, await signIn(it, 'admin', root), await signIn(it, 'auditor', root)]) {
      expect((await send(it, entitled, 'GET', path)).statusCode).toBe(200)
    }
    expect((await send(it, null, 'GET', path)).statusCode).toBe(401)
  })
})
