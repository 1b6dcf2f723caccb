import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { own, signInKnowing } from '../../../test/auth-client.ts'
import { said } from '../../../test/said.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

describe("one's own profile", () => {
  test('is changed in name and language, as the next version, and noted in the audit log', async () => {
    const person = await signInKnowing(it)
    const read = await own(it, person, 'GET', 'me')
    expect(read.headers.etag).toBe('"1"')
    const answer = await own(it, person, 'PATCH', 'me', { name: '  Lò Thị Hoa '.normalize('NFD'), locale: 'en' }, { version: 1 })
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"2"'])
    expect(answer.json()).toEqual({ ...read.json(), name: 'Lò Thị Hoa'.normalize('NFC'), locale: 'en', version: 2 })
    const entries = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, person.userId))
    expect(entries).toMatchObject([
      { action: 'user.profile', entity: 'user', actorId: person.userId, version: 2, fields: ['name', 'locale'] },
    ])
  })

  test('that is the same already stays as it is', async () => {
    const person = await signInKnowing(it)
    for (const patch of [{}, { name: 'Test editor' }, { name: ' Test editor\u00a0' }, { locale: 'vi' }]) {
      const answer = await unchanged(it, () => own(it, person, 'PATCH', 'me', patch, { version: 1 }))
      expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"1"'])
    }
    expect(await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, person.userId))).toEqual([])
  })

  test('is changed by whoever saw its newest version only', async () => {
    const person = await signInKnowing(it)
    const change = (more: object) => own(it, person, 'PATCH', 'me', { name: 'Hoa' }, more)
    expect(said(await unchanged(it, () => change({})))).toEqual([428, 'version_required'])
    for (const version of [0, 2]) expect(said(await unchanged(it, () => change({ version })))).toEqual([412, 'version_stale'])
    for (const tag of ['*', '"x"', '1', '"1", "2"']) {
      expect(said(await unchanged(it, () => change({ headers: { 'if-match': tag } })))).toEqual([412, 'version_stale'])
    }
  })

  test('of two who change it at once one is told', async () => {
    const person = await signInKnowing(it)
    const answers = await Promise.all(['Hoa', 'Mai'].map((name) => own(it, person, 'PATCH', 'me', { name }, { version: 1 })))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
  })

  test('is nobody else’s: without a token it is a 401', async () => {
    expect(said(await unchanged(it, () => own(it, null, 'PATCH', 'me', { name: 'Hoa' }, { version: 1 })))).toEqual([401, 'unauthorized'])
  })
})
