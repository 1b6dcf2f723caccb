import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { articleOf, handOver, type Leaving, nothing, prepareLeaving, readSheet } from '../../../test/leaver.ts'
import { createPreview } from '../../../test/links.ts'
import { inHours, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let leaving: Leaving
let siteAdmin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  siteAdmin = await signIn(it, 'admin')
  leaving = await prepareLeaving(it)
})
afterAll(() => it.close())

const refused = async (...request: Parameters<typeof handOver>) => {
  const answer = await unchanged(it, () => handOver(...request))
  return [answer.statusCode, answer.json().code, answer.json().errors?.map((error: object) => Object.values(error).slice(1, 3).join(' '))]
}
const giveGrant = async ({ userId }: SignedInForTest, role: string, unitId: string | null) =>
  await it.app.db.execute(sql`INSERT INTO grants (id, user_id, role, unit_id) VALUES (gen_random_uuid(), ${userId}, ${role}, ${unitId})`)

describe('a hand-over is refused', () => {
  test('to whoever sees the person but may not change the account, and as if he were not there to others', async () => {
    const { unit, leaver, successor } = leaving
    const people: [SignedInForTest, number][] = [
      [await signIn(it, 'auditor', unit), 403],
      [await signIn(it, 'publisher', unit), 404],
      [await signIn(it, 'admin', await createUnit(it)), 404],
      [leaver, 404],
    ]
    for (const [person, status] of people) {
      const answer = await unchanged(it, () => handOver(it, person, leaver.userId, { to: successor.userId, articles: 'give' }))
      expect(answer.statusCode).toBe(status)
      expect((await send(it, person, 'GET', `/users/${leaver.userId}/hand-over`)).statusCode).toBe(status === 403 ? 200 : 404)
    }
  })

  test('to the administrator of one of his two units', async () => {
    const { unit, leaver, admin } = await prepareLeaving(it)
    await giveGrant(leaver, 'reporter', await createUnit(it))
    expect(await refused(it, admin, leaver.userId, { disable: true })).toEqual([403, 'forbidden', undefined])
    expect((await readSheet(it, admin, leaver.userId)).grants).toContainEqual({
      role: 'publisher',
      unitId: unit,
      unitName: expect.any(String),
    })
  })

  test('without the version of the person, and with another one', async () => {
    const { leaver, admin } = leaving
    const path = `/users/${leaver.userId}/hand-over`
    const without = await unchanged(it, () => send(it, admin, 'POST', path, { ...nothing, disable: true }))
    expect([without.statusCode, without.json().code]).toEqual([428, 'version_required'])
    expect(await refused(it, admin, leaver.userId, { disable: true }, 99)).toEqual([412, 'version_stale', undefined])
  })

  test('while nobody is named, where something is given', async () => {
    for (const part of ['articles', 'schedules', 'links', 'grants']) {
      const answer = await refused(it, leaving.admin, leaving.leaver.userId, { [part]: 'give' })
      expect(answer).toEqual([422, 'unknown_reference', ['/to missing']])
    }
  })

  test('to whom nobody could hand anything: himself, who is disabled or invited, strangers, auditors, who is not there', async () => {
    const { unit, leaver, admin } = leaving
    const [disabled, invited] = [await signIn(it, 'editor', unit), await signIn(it, 'editor', unit)]
    await it.app.db.execute(sql`UPDATE users SET disabled_at = now() WHERE id = ${disabled.userId}`)
    await it.app.db.execute(sql`UPDATE users SET password_hash = NULL WHERE id = ${invited.userId}`)
    const stranger = await signIn(it, 'editor', await createUnit(it))
    const siteAuditor = await signIn(it, 'auditor')
    const nobody = [leaver, disabled, invited, stranger, siteAuditor].map(({ userId }) => userId)
    for (const to of [...nobody, uuidv7()]) {
      const answer = await unchanged(it, () => handOver(it, admin, leaver.userId, { to, grants: 'give' }))
      const place = { in: 'body', pointer: '/to', code: 'unknown', message: 'Nobody who could take over has this id.' }
      expect([answer.statusCode, answer.json().errors]).toEqual([422, [place]])
    }
  })

  test('of roles to whom he does not see, as if he were not there; of work to the same person it is not', async () => {
    const { leaver, admin, draft } = await prepareLeaving(it)
    const { userId: to } = await signIn(it, 'publisher')
    expect((await send(it, admin, 'GET', `/users/${to}`)).statusCode).toBe(404)
    for (const articles of ['give', 'leave'] as const) {
      const input = { to, articles, grants: 'give' } as const
      expect(await refused(it, admin, leaver.userId, input)).toEqual([422, 'unknown_reference', ['/to unknown']])
    }
    expect((await readSheet(it, admin, leaver.userId)).successors).toContainEqual(expect.objectContaining({ id: to }))
    expect((await handOver(it, admin, leaver.userId, { to, articles: 'give' })).statusCode).toBe(200)
    expect((await articleOf(it, draft)).assigneeId).toBe(to)
    expect((await handOver(it, siteAdmin, leaver.userId, { to, grants: 'give' })).statusCode).toBe(200)
  })

  test('to whoever lacks a role for a part of it, naming each part and unit', async () => {
    const { leaver, unit } = await prepareLeaving(it)
    const elsewhere = await createUnit(it, { name: 'Sở Tài chính' })
    await giveGrant(leaver, 'publisher', elsewhere)
    const draft = await createDraft(it, leaver, { unitId: elsewhere })
    await makeMoves(it, leaver, draft, ['schedule', { at: inHours(1) }])
    await createPreview(it, leaver, draft.id)
    await createDraft(it, leaver, { unitId: elsewhere })
    const reporter = await signIn(it, 'reporter', unit)
    const input = { to: reporter.userId, articles: 'give', schedules: 'give', links: 'give' } as const
    const answer = await unchanged(it, () => handOver(it, siteAdmin, leaver.userId, input))
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'unknown_reference'])
    const places = answer.json().errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)
    const each = (part: string) => `/${part} lacks_role`
    expect(places).toEqual([each('articles'), each('schedules'), each('schedules'), each('links')])
    expect(answer.json().errors[0].message).toBe('Sở Tài chính: a role that writes is needed there.')
    expect((await handOver(it, siteAdmin, leaver.userId, { ...input, grants: 'give' })).statusCode).toBe(200)
  })
})

describe('Mass assignment', () => {
  test.each<[string, object]>([
    ['a field that it does not have', { role: 'admin' }],
    ['another person', { from: uuidv7() }],
    ['a choice that a part does not have', { articles: 'unschedule' }],
    ['a list of people', { to: [uuidv7()] }],
    ['an operator for a value', { to: { $ne: '' } }],
    ['text for a boolean', { disable: 'true' }],
  ])('%s in a hand-over → 400', async (_name, change) => {
    const answer = await refused(it, leaving.admin, leaving.leaver.userId, change as object)
    expect(answer.slice(0, 2)).toEqual([400, 'invalid_request'])
  })

  test.each(['to', 'articles', 'schedules', 'links', 'grants', 'disable'])('%s has to be decided: without it → 400', async (field) => {
    const { [field]: _, ...rest } = { ...nothing } as Record<string, unknown>
    const { admin, leaver } = leaving
    const answer = await unchanged(it, () => send(it, admin, 'POST', `/users/${leaver.userId}/hand-over`, rest, 1))
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
  })

  test('__proto__ in a hand-over → 400', async () => {
    const { admin, leaver } = leaving
    const body = JSON.stringify(nothing).replace('{', '{"__proto__":{"disable":true},')
    const answer = await unchanged(it, () => send(it, admin, 'POST', `/users/${leaver.userId}/hand-over`, body, 1))
    expect(answer.statusCode).toBe(400)
  })
})
