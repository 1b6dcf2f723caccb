import type { GrantInput } from '@bantin/shared/users'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { createUser } from '../../../test/users.ts'
import { auditLog } from '../../db/schema/audit.ts'

let it: TestApp
let admin: SignedInForTest
let unit: string
let below: string
let elsewhere: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  unit = await createUnit(it, { name: 'Sở Y tế' })
  below = await createUnit(it, { name: 'Phòng Dược', parentId: unit })
  elsewhere = await createUnit(it, { name: 'Sở Nội vụ' })
})
afterAll(() => it.close())

const over = (unitId: string | null, role: GrantInput['role'] = 'reporter'): GrantInput => ({ role, unitId })
const give = (id: string, grants: GrantInput[], as = admin, version = 1) => send(it, as, 'PUT', `/users/${id}/grants`, { grants }, version)
const refused = async (...asked: Parameters<typeof give>) => {
  const answer = await unchanged(it, () => give(...asked))
  return [answer.statusCode, answer.json().code]
}

describe('the roles of a user', () => {
  test('are those that were sent and no other; each stands in the list as it was given', async () => {
    const id = await createUser(it, { grants: [over(unit), over(null, 'auditor')] })
    const answer = await give(id, [over(below, 'editor'), over(unit)])
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"2"'])
    expect(answer.json().grants).toEqual([
      { role: 'reporter', unitId: unit, unitName: 'Sở Y tế' },
      { role: 'editor', unitId: below, unitName: 'Phòng Dược' },
    ])
    expect((await give(id, [], admin, 2)).json()).toMatchObject({ grants: [], version: 3 })
  })

  test('are noted in the audit log as they were and as they are', async () => {
    const id = await createUser(it, { grants: [over(unit)] })
    await give(id, [over(null, 'publisher')])
    const rows = await it.database.db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(desc(auditLog.id))
    const detail = { grants: { before: [over(unit)], after: [over(null, 'publisher')] } }
    expect(rows).toMatchObject([{ action: 'user.grant', actorId: admin.userId, version: 2, fields: ['grants'], detail }])
  })

  test('stay as they are when they are sent again, in whatever order', async () => {
    const id = await createUser(it, { grants: [over(unit), over(below)] })
    const answer = await unchanged(it, () => give(id, [over(below), over(unit)]))
    expect([answer.statusCode, answer.json().version]).toEqual([200, 1])
    expect(await it.database.db.select().from(auditLog).where(eq(auditLog.entityId, id))).toEqual([])
  })

  test('act on the next request of who is signed in', async () => {
    const person = await signIn(it, 'reporter')
    expect((await send(it, person, 'GET', '/users')).statusCode).toBe(403)
    await give(person.userId, [over(null, 'auditor')])
    expect((await send(it, person, 'GET', '/users')).statusCode).toBe(200)
    await give(person.userId, [], admin, 2)
    expect((await send(it, person, 'GET', '/users')).statusCode).toBe(403)
  })

  test('of a unit that is not there are refused, with the place', async () => {
    const id = await createUser(it, { grants: [over(unit)] })
    const answer = await unchanged(it, () => give(id, [over(unit), over(id)]))
    expect(answer.json()).toMatchObject({ status: 422, code: 'unknown_reference', errors: [{ pointer: '/grants/1/unitId' }] })
  })
})

describe("Permission before and after: a unit's administrator", () => {
  let ofUnit: SignedInForTest
  beforeAll(async () => {
    ofUnit = await signIn(it, 'admin', unit)
  })

  test('gives and takes roles in his unit and below it', async () => {
    const id = await createUser(it, { grants: [over(unit)] })
    expect((await give(id, [over(below, 'admin')], ofUnit)).json().grants).toMatchObject([over(below, 'admin')])
  })

  test('does so too for somebody who has a role elsewhere, which stays untouched', async () => {
    const id = await createUser(it, { grants: [over(elsewhere, 'publisher'), over(unit)] })
    const answer = await give(id, [over(elsewhere, 'publisher'), over(below, 'editor')], ofUnit)
    expect([answer.statusCode, answer.json().mayChange]).toEqual([200, false])
    expect(answer.json().grants).toMatchObject([over(elsewhere, 'publisher'), over(below, 'editor')])
  })

  test('may take the last role in his unit, and sees the person no more', async () => {
    const id = await createUser(it, { grants: [over(elsewhere), over(unit)] })
    expect((await give(id, [over(elsewhere)], ofUnit)).statusCode).toBe(200)
    expect(await refused(id, [over(elsewhere), over(unit)], ofUnit, 2)).toEqual([404, 'not_found'])
  })

  test.each<[string, () => GrantInput[]]>([
    ['gives none elsewhere', () => [over(unit), over(elsewhere)]],
    ['gives none over the whole site', () => [over(unit), over(null)]],
    ['makes nobody administrator of the site', () => [over(unit), over(null, 'admin')]],
  ])('%s', async (_name, grants) => {
    const id = await createUser(it, { grants: [over(unit)] })
    expect(await refused(id, grants(), ofUnit)).toEqual([403, 'forbidden'])
  })

  test('takes none elsewhere, and none over the whole site', async () => {
    for (const other of [over(elsewhere), over(null, 'auditor')]) {
      const id = await createUser(it, { grants: [over(unit), other] })
      expect(await refused(id, [over(unit)], ofUnit)).toEqual([403, 'forbidden'])
    }
  })

  test('cannot raise himself', async () => {
    for (const more of [over(null, 'admin'), over(elsewhere, 'reporter'), over(null, 'reporter')]) {
      expect(await refused(ofUnit.userId, [over(unit, 'admin'), more], ofUnit)).toEqual([403, 'forbidden'])
    }
  })

  test('does nothing else to an account that has a role elsewhere, over the site, or none at all', async () => {
    const people = [
      [over(unit), over(elsewhere)],
      [over(unit), over(null)],
      [over(below), over(null, 'admin')],
    ]
    for (const grants of people) {
      const id = await createUser(it, { grants })
      const deeds = [
        () => send(it, ofUnit, 'PATCH', `/users/${id}`, { email: 'ke-gian@example.test' }, 1),
        () => send(it, ofUnit, 'POST', `/users/${id}/reset`, {}),
        () => send(it, ofUnit, 'POST', `/users/${id}/disable`, {}, 1),
        () => send(it, ofUnit, 'DELETE', `/users/${id}/sessions`),
        () => send(it, ofUnit, 'POST', `/users/${id}/reset-second-factor`, { code: '123456' }),
      ]
      for (const deed of deeds) {
        const answer = await unchanged(it, deed)
        expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
      }
      expect((await send(it, ofUnit, 'GET', `/users/${id}`)).json().mayChange).toBe(false)
    }
    const nobody = await createUser(it)
    expect((await send(it, ofUnit, 'POST', `/users/${nobody}/reset`, {})).statusCode).toBe(404)
  })
})
