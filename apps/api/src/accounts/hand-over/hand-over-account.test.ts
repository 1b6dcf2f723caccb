import type { Client } from '@bantin/shared/clients'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../../../test/factories.ts'
import { articleOf, auditOn, handOver, nothing, prepareLeaving, readSheet } from '../../../test/leaver.ts'
import { createPortal } from '../../../test/portals.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { passwordLinks, sessions, trustedDevices } from '../../db/schema/sessions.ts'
import { grants, users } from '../../db/schema/users.ts'
import { createPasswordLink } from '../password-links/create-password-link.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  // Somebody stays to administer the site.
  await signIn(it, 'admin')
})
afterAll(() => it.close())

const grantsOf = async (userId: string) =>
  await it.app.db.select({ role: grants.role, unitId: grants.unitId }).from(grants).where(eq(grants.userId, userId)).orderBy(grants.id)
const versionOf = async (id: string) => (await it.app.db.select({ version: users.version }).from(users).where(eq(users.id, id)))[0]?.version

describe('roles', () => {
  test('are added to the successor’s, once each, and gone from the person', async () => {
    const { unit, leaver, admin, successor } = await prepareLeaving(it, 'reporter')
    await it.app.db.execute(
      sql`INSERT INTO grants (id, user_id, role, unit_id) VALUES (gen_random_uuid(), ${leaver.userId}, 'reporter', ${unit})`,
    )
    const version = await versionOf(successor.userId)
    expect((await handOver(it, admin, leaver.userId, { to: successor.userId, grants: 'give' })).json().grants).toBe(2)
    expect(await grantsOf(leaver.userId)).toEqual([])
    const after = [
      { role: 'reporter', unitId: unit },
      { role: 'publisher', unitId: unit },
    ]
    expect(await grantsOf(successor.userId)).toEqual(after)
    expect(await versionOf(successor.userId)).toBe((version ?? 0) + 1)
    const before = [{ role: 'reporter', unitId: unit }]
    expect((await auditOn(it, successor.userId, 'user.grant')).map(({ detail }) => detail)).toEqual([{ grants: { before, after } }])
  })

  test('come first: with them the successor may take what he could not take before', async () => {
    const { leaver, admin, successor, scheduled } = await prepareLeaving(it, 'reporter')
    const without = await handOver(it, admin, leaver.userId, { to: successor.userId, schedules: 'give' })
    expect(without.statusCode).toBe(422)
    expect((await handOver(it, admin, leaver.userId, { to: successor.userId, schedules: 'give', grants: 'give' })).statusCode).toBe(200)
    expect((await articleOf(it, scheduled)).scheduledBy).toBe(successor.userId)
  })

  test('more than fifty are nobody’s: the hand-over is refused, and one less is made', async () => {
    const { unit, leaver, successor } = await prepareLeaving(it, 'reporter')
    const siteAdmin = await signIn(it, 'admin')
    await it.app.db.execute(
      sql`WITH made AS (
          INSERT INTO units (id, slug, kind) SELECT gen_random_uuid(), 'nhieu-' || n, 'department' FROM generate_series(1, 49) n RETURNING id)
        INSERT INTO unit_names (id, unit_id, name, period) SELECT id, id, 'Phòng', '(,)' FROM made`,
    )
    await it.app.db.execute(sql`INSERT INTO grants (id, user_id, role, unit_id)
      SELECT gen_random_uuid(), ${successor.userId}, 'editor', id FROM units WHERE slug LIKE 'nhieu-%'`)
    const give = () => handOver(it, siteAdmin, leaver.userId, { to: successor.userId, grants: 'give', disable: true })
    const refused = await unchanged(it, give)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'conflict'])
    await it.app.db.execute(sql`DELETE FROM grants WHERE user_id = ${successor.userId} AND unit_id = ${unit}`)
    expect((await give()).statusCode).toBe(200)
    const { grants: given, version } = (await send(it, siteAdmin, 'GET', `/users/${successor.userId}`)).json()
    const sent = given.map(({ role, unitId }: (typeof given)[number]) => ({ role, unitId }))
    expect([
      given.length,
      (await send(it, siteAdmin, 'PUT', `/users/${successor.userId}/grants`, { grants: sent }, version)).statusCode,
    ]).toEqual([50, 200])
  })

  test('that are removed are nobody’s', async () => {
    const { leaver, admin } = await prepareLeaving(it)
    expect((await handOver(it, admin, leaver.userId, { grants: 'remove' })).json().grants).toBe(1)
    expect(await grantsOf(leaver.userId)).toEqual([])
    expect((await send(it, leaver, 'GET', '/articles')).json().data).toEqual([])
  })
})

describe('the account', () => {
  test('that is disabled has no way in left: sessions, links and trusted devices', async () => {
    const { leaver, admin } = await prepareLeaving(it)
    await it.app.db.transaction((tx) => createPasswordLink(tx, testConfig, { userId: leaver.userId, kind: 'reset', createdBy: null }))
    const device = { id: leaver.sessionId, userId: leaver.userId, tokenHash: leaver.userId, expiresAt: sql`now() + interval '1 day'` }
    await it.app.db.insert(trustedDevices).values(device)
    expect((await handOver(it, admin, leaver.userId, { disable: true })).json().disabled).toBe(true)
    expect((await send(it, leaver, 'GET', '/articles')).statusCode).toBe(401)
    const own = <T>(rows: T[]) => rows
    expect(own(await it.app.db.select().from(sessions).where(eq(sessions.userId, leaver.userId)))[0]).toMatchObject({
      endedBecause: 'disabled',
    })
    expect((await it.app.db.select().from(passwordLinks).where(eq(passwordLinks.userId, leaver.userId)))[0]?.revokedAt).not.toBeNull()
    expect(await it.app.db.select().from(trustedDevices).where(eq(trustedDevices.userId, leaver.userId))).toEqual([])
  })
})

describe('portals', () => {
  test('that the person answers for are named, as far as the caller sees them, and are the successor’s with their keys as they are', async () => {
    const { unit, leaver, admin, successor } = await prepareLeaving(it)
    const siteAdmin = await signIn(it, 'admin')
    const responsibleUserId = leaver.userId
    const own = await createPortal(it, admin, { unitId: unit, name: 'Cổng huyện', responsibleUserId })
    const [ofSite, closed] = [
      await createPortal(it, siteAdmin, { responsibleUserId }),
      await createPortal(it, siteAdmin, { responsibleUserId }),
    ]
    await send(it, siteAdmin, 'PATCH', `/clients/${closed.id}`, { isClosed: true }, 2)
    const named = async (as: SignedInForTest) => (await readSheet(it, as, leaver.userId)).clients.data.map(({ id }) => id)
    const unitName = expect.stringMatching(/^Đơn vị/)
    const clients = { total: 1, data: [{ id: own.id, name: 'Cổng huyện', unitName, acknowledgedAt: null }] }
    expect([(await readSheet(it, admin, leaver.userId)).clients, await named(siteAdmin)]).toEqual([
      clients,
      expect.arrayContaining([own.id, ofSite.id]),
    ])
    await handOver(it, admin, leaver.userId, { disable: true })
    const read = async (id: string): Promise<Client> => (await send(it, siteAdmin, 'GET', `/clients/${id}`)).json()
    expect((await read(own.id)).responsible).toEqual({ id: leaver.userId, name: 'Test publisher', isDisabled: true })
    const given = await handOver(it, admin, leaver.userId, { to: successor.userId, clients: 'give' })
    expect(given.json()).toMatchObject({ clients: 1, disabled: true })
    expect(await read(own.id)).toMatchObject({ version: 3, responsible: { id: successor.userId, isDisabled: false } })
    expect([(await read(ofSite.id)).responsible?.id, await named(siteAdmin)]).toEqual([leaver.userId, [ofSite.id]])
    expect((await it.app.inject({ url: '/api/v1/articles', headers: own.headers })).statusCode).toBe(200)
    const detail = { name: 'Cổng huyện', responsibleUserId: { before: leaver.userId, after: successor.userId } }
    expect(await auditOn(it, own.id, 'client.handOver')).toEqual([{ action: 'client.handOver', version: 3, detail }])
  })
})

describe('one sheet', () => {
  const everything = { articles: 'give', schedules: 'give', links: 'give', clients: 'give', grants: 'give', disable: true } as const

  test('does all of it together, and notes it once with choices and counts', async () => {
    const { unit, leaver, admin, successor } = await prepareLeaving(it, 'reporter')
    await createPortal(it, admin, { unitId: unit, responsibleUserId: leaver.userId })
    const answer = await handOver(it, admin, leaver.userId, { to: successor.userId, ...everything })
    const counts = { articles: 3, schedules: 1, links: 2, clients: 1, grants: 1, disabled: true }
    expect([answer.statusCode, answer.json()]).toEqual([200, counts])
    const version = await versionOf(leaver.userId)
    expect(answer.headers.etag).toBe(`"${version}"`)
    const { disable, ...rest } = everything
    const detail = { to: successor.userId, choices: { ...rest, disable }, counts }
    expect(await auditOn(it, leaver.userId, 'user.handOver')).toEqual([{ action: 'user.handOver', version, detail }])
    const left = await readSheet(it, await signIn(it, 'admin'), leaver.userId)
    expect([left.drafts, left.inReview, left.schedules, left.links, left.clients].map(({ total }) => total)).toEqual([0, 0, 0, 0, 0])
    expect(left.user.disabledAt).not.toBeNull()
  })

  test('that decides nothing changes nothing, not even a version', async () => {
    const { leaver, admin } = await prepareLeaving(it)
    const answer = await unchanged(it, () => handOver(it, admin, leaver.userId, nothing))
    expect(answer.json()).toEqual({ articles: 0, schedules: 0, links: 0, clients: 0, grants: 0, disabled: false })
    expect(await auditOn(it, leaver.userId, 'user.handOver')).toEqual([])
  })

  test('of which the last part fails leaves everything as it was', async () => {
    const own = await createTestApp()
    try {
      const { leaver, admin, successor } = await prepareLeaving(own)
      await own.app.db.execute(sql`INSERT INTO grants (id, user_id, role) VALUES (gen_random_uuid(), ${leaver.userId}, 'admin')`)
      await own.app.db.execute(sql`UPDATE grants SET unit_id = NULL WHERE user_id = ${admin.userId}`)
      await own.app.db.execute(sql`UPDATE users SET password_hash = NULL WHERE id = ${admin.userId}`)
      const input = { to: successor.userId, ...everything, grants: 'remove' } as const
      const answer = await unchanged(own, () => handOver(own, admin, leaver.userId, input))
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'last_administrator'])
      expect((await send(own, leaver, 'GET', '/articles')).statusCode).toBe(200)
      const noted = await own.app.db.select().from(auditLog).where(eq(auditLog.actorId, admin.userId))
      expect(noted).toEqual([])
      expect((await handOver(own, admin, leaver.userId, { ...input, grants: 'give' })).statusCode).toBe(200)
    } finally {
      await own.close()
    }
  })
})
