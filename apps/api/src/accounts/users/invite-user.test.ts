import type { CreatedUser } from '@bantin/shared/users'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { createUser } from '../../../test/users.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { passwordLinks } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'

let it: TestApp
let admin: SignedInForTest
let unit: string
let below: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  unit = await createUnit(it, { name: 'Sở Y tế' })
  below = await createUnit(it, { name: 'Phòng Dược', parentId: unit })
})
afterAll(() => it.close())

let made = 0
const someone = (more: object = {}) => ({ email: `moi-${++made}@example.test`, name: 'Quàng Thị Mới', grants: [], ...more })
const invite = (body: object, as = admin) => send(it, as, 'POST', '/users', body)
const refused = async (body: object, as = admin) => {
  const answer = await unchanged(it, () => invite(body, as))
  return [answer.statusCode, answer.json().code, answer.json().errors?.[0]?.pointer]
}

describe('a new user', () => {
  test('is answered with the invitation, kept by nobody on the way', async () => {
    const grants = [
      { role: 'editor', unitId: below },
      { role: 'auditor', unitId: null },
    ]
    const answer = await invite(someone({ email: 'a@example.test', grants, locale: 'en' }))
    const { user, link }: CreatedUser = answer.json()
    expect([answer.statusCode, answer.headers.etag]).toEqual([201, '"1"'])
    expect(answer.headers.location).toBe(`/api/v1/editorial/users/${user.id}`)
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(user).toMatchObject({ email: 'a@example.test', name: 'Quàng Thị Mới', state: 'invited', locale: 'en', mayChange: true })
    expect(user.grants).toEqual([
      { ...grants[0], unitName: 'Phòng Dược' },
      { ...grants[1], unitName: null },
    ])
    expect(user.openLink).toEqual({ kind: 'invitation', expiresAt: link.expiresAt })
    expect(link).toMatchObject({ kind: 'invitation', isMailed: false })
    const [stored] = await it.database.db.select().from(passwordLinks).where(eq(passwordLinks.userId, user.id))
    expect(stored).toMatchObject({ createdBy: admin.userId, tokenHash: hashOfToken(link.url.split('#')[1] ?? '') })
  })

  test('is noted in the audit log with the roles, and without the link', async () => {
    const grants = [{ role: 'editor', unitId: below }]
    const { user, link }: CreatedUser = (await invite(someone({ grants }))).json()
    const rows = await it.database.db.select().from(auditLog).where(eq(auditLog.entityId, user.id))
    expect(rows).toMatchObject([
      { action: 'user.create', entity: 'user', actorId: admin.userId, version: 1, fields: ['email', 'name', 'grants'], detail: { grants } },
    ])
    expect(JSON.stringify(rows)).not.toContain(link.url.split('#')[1])
  })

  test('has name and e-mail as text is stored', async () => {
    const { user }: CreatedUser = (await invite(someone({ name: ' Lò Thị Hoa\u200b '.normalize('NFD'), email: 'HoA@example.test' }))).json()
    expect(user).toMatchObject({ name: 'Lò Thị Hoa'.normalize('NFC'), email: 'HoA@example.test' })
  })

  test('is made again by no Idempotency-Key: the second try is told that the e-mail is taken', async () => {
    const body = someone()
    const twice = () => send(it, admin, 'POST', '/users', body, undefined, { 'idempotency-key': 'k1' })
    expect([(await twice()).statusCode, (await twice()).json().errors[0].code]).toEqual([201, 'email_taken'])
  })
})

describe('nobody is made', () => {
  test('with an e-mail that is taken, in whatever capitals', async () => {
    await createUser(it, { email: 'taken@example.test' })
    expect(await refused(someone({ email: 'Taken@Example.test' }))).toEqual([409, 'conflict', '/email'])
  })

  test('twice, when two invite the same person at once', async () => {
    const body = someone()
    const both = await whileLocked(it, sql`LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE`, 2, () =>
      Promise.all([invite(body), invite(body)]),
    )
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    expect(both.find(({ statusCode }) => statusCode === 409)?.json().errors).toMatchObject([{ pointer: '/email', code: 'email_taken' }])
    expect(await it.database.db.select().from(users).where(eq(users.email, body.email))).toHaveLength(1)
  })

  test('in a unit that is not there', async () => {
    const grants = [
      { role: 'editor', unitId: unit },
      { role: 'editor', unitId: admin.userId },
    ]
    expect(await refused(someone({ grants }))).toEqual([422, 'unknown_reference', '/grants/1/unitId'])
  })

  test('by who administers nothing', async () => {
    for (const role of ['reporter', 'editor', 'publisher', 'auditor'] as const) {
      expect(await refused(someone(), await signIn(it, role))).toEqual([403, 'forbidden', undefined])
    }
    expect((await unchanged(it, () => send(it, null, 'POST', '/users', someone()))).statusCode).toBe(401)
  })
})

describe("a unit's administrator", () => {
  const of = (unitId: string) => signIn(it, 'admin', unitId)

  test('invites people into his unit and those below it, administrators too', async () => {
    const grants = [
      { role: 'admin', unitId: unit },
      { role: 'reporter', unitId: below },
    ]
    const answer = await invite(someone({ grants }), await of(unit))
    expect([answer.statusCode, answer.json().user.mayChange]).toEqual([201, true])
  })

  test.each<[string, () => object[]]>([
    ['without a role', () => []],
    ['of the whole site', () => [{ role: 'reporter', unitId: null }]],
    ['of the unit above', () => [{ role: 'reporter', unitId: unit }]],
    ['of a unit that is not there', () => [{ role: 'reporter', unitId: admin.userId }]],
    [
      'who has a role above too',
      () => [
        { role: 'reporter', unitId: below },
        { role: 'reporter', unitId: unit },
      ],
    ],
  ])('invites nobody %s', async (_name, grants) => {
    expect(await refused(someone({ grants: grants() }), await of(below))).toEqual([403, 'forbidden', undefined])
  })
})
