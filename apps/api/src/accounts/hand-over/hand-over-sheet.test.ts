import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { articleOf, handOver, prepareLeaving, readSheet } from '../../../test/leaver.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let siteAdmin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  siteAdmin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const idsOf = (items: { data: { id: string }[] }) => items.data.map(({ id }) => id)

describe('the sheet', () => {
  test('has what the person has under way, part by part, and the version of the account', async () => {
    const { unit, leaver, admin, draft, inReview, scheduled, preview, opinion } = await prepareLeaving(it)
    const answer = await send(it, admin, 'GET', `/users/${leaver.userId}/hand-over`)
    const sheet = answer.json()
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"1"'])
    expect(sheet.user).toEqual({ id: leaver.userId, name: 'Test publisher', version: 1, disabledAt: null })
    const unitName = expect.stringMatching(/^Đơn vị/)
    const moment = expect.stringMatching(/\+07:00$/)
    expect(sheet.drafts).toEqual({ total: 1, data: [{ id: draft, title: 'Nháp', unitName, updatedAt: moment, publicState: 'none' }] })
    const handedIn = (id: string, title: string, workState: string) => ({ id, title, unitName, updatedAt: moment, workState })
    const both = [handedIn(scheduled, 'Hẹn giờ', 'scheduled'), handedIn(inReview, 'Chờ duyệt', 'in_review')]
    expect(sheet.inReview).toEqual({ total: 2, data: both })
    expect(sheet.schedules).toEqual({ total: 1, data: [{ id: scheduled, title: 'Hẹn giờ', unitName, publishAt: moment }] })
    expect(sheet.links.data.map(({ kind, linkId }: { kind: string; linkId: string }) => [kind, linkId]).sort()).toEqual([
      ['opinion', opinion],
      ['preview', preview],
    ])
    expect(sheet.grants).toEqual([{ role: 'publisher', unitId: unit, unitName: expect.stringMatching(/^Đơn vị/) }])
  })

  test('names a hundred of each and counts them all', async () => {
    const { unit, leaver, admin, draft } = await prepareLeaving(it)
    await it.app.db.execute(sql`INSERT INTO previews (id, article_id, token_hash, created_by, expires_at)
      SELECT gen_random_uuid(), ${draft}, 'sheet-' || n, ${leaver.userId}, now() + interval '1 day' FROM generate_series(1, 150) n`)
    const { links } = await readSheet(it, admin, leaver.userId)
    expect([links.total, links.data.length]).toEqual([152, 100])
    expect(unit).toBeTruthy()
  })

  test('leaves out what is done, in other hands, or opens nothing any more', async () => {
    const { unit, leaver, admin, draft, preview, opinion } = await prepareLeaving(it)
    await makeMoves(it, leaver, await createDraft(it, leaver, { unitId: unit }), ['publish'])
    const colleague = await signIn(it, 'reporter', unit)
    await send(it, admin, 'POST', `/articles/${draft}/assign`, { userId: colleague.userId }, 1)
    await it.app.db.execute(sql`UPDATE previews SET expires_at = now() - interval '1 second' WHERE id = ${preview}`)
    await it.app.db.execute(sql`UPDATE opinions SET answer = 'agree', answered_at = now() WHERE id = ${opinion}`)
    const { drafts, links } = await readSheet(it, admin, leaver.userId)
    expect([drafts.total, links.total]).toEqual([0, 0])
  })

  test('says so when there is nothing', async () => {
    const { userId } = await signIn(it, 'auditor')
    const empty = { total: 0, data: [] }
    const { drafts, inReview, schedules, links } = await readSheet(it, siteAdmin, userId)
    expect({ drafts, inReview, schedules, links }).toEqual({ drafts: empty, inReview: empty, schedules: empty, links: empty })
  })
})

describe('what is beyond the reach of a unit’s administrator', () => {
  test('is neither shown to him nor touched by him: the site’s administrator hands it over', async () => {
    const { leaver, admin, successor, draft } = await prepareLeaving(it)
    // A role that he had there once.
    const elsewhere = await createUnit(it)
    const former = await createDraft(it, siteAdmin, { unitId: elsewhere, title: 'Không được thấy' })
    await it.app.db.execute(sql`UPDATE articles SET created_by = ${leaver.userId} WHERE id = ${former.id}`)
    const sheet = await send(it, admin, 'GET', `/users/${leaver.userId}/hand-over`)
    expect(idsOf(sheet.json().drafts)).toEqual([draft])
    expect(sheet.body).not.toContain('Không được thấy')
    expect((await handOver(it, admin, leaver.userId, { to: successor.userId, articles: 'give' })).json().articles).toBe(3)
    expect((await articleOf(it, former.id)).assigneeId).toBeNull()
    expect(idsOf((await readSheet(it, siteAdmin, leaver.userId)).drafts)).toEqual([former.id])
    const wide = await signIn(it, 'reporter')
    expect((await handOver(it, siteAdmin, leaver.userId, { to: wide.userId, articles: 'give' })).json().articles).toBe(1)
  })
})

describe('successors', () => {
  test('are whoever may sign in and writes there or below, by name, without the person himself', async () => {
    const { unit, leaver, admin, successor } = await prepareLeaving(it)
    const below = await signIn(it, 'reporter', await createUnit(it, { parentId: unit }))
    const wide = await signIn(it, 'publisher')
    const not = [
      await signIn(it, 'auditor', unit),
      await signIn(it, 'editor', await createUnit(it)),
      await signIn(it, 'editor', unit),
      await signIn(it, 'editor', unit),
    ]
    await it.app.db.execute(sql`UPDATE users SET disabled_at = now() WHERE id = ${not[2]?.userId}`)
    await it.app.db.execute(sql`UPDATE users SET password_hash = NULL WHERE id = ${not[3]?.userId}`)
    const ids = (await readSheet(it, admin, leaver.userId)).successors.map(({ id }) => id)
    for (const { userId } of [admin, successor, below, wide, siteAdmin]) expect(ids).toContain(userId)
    for (const { userId } of [leaver, ...not]) expect(ids).not.toContain(userId)
    const ofAll = (await readSheet(it, siteAdmin, leaver.userId)).successors.map(({ id }) => id)
    expect(ofAll).toContain(not[1]?.userId)
  })

  test('may also be somebody without a role yet, when the roles are given', async () => {
    const { leaver, admin, draft } = await prepareLeaving(it)
    const newcomer = await signIn(it, 'reporter')
    await it.app.db.execute(sql`DELETE FROM grants WHERE user_id = ${newcomer.userId}`)
    const input = { to: newcomer.userId, articles: 'give', grants: 'give' } as const
    expect((await handOver(it, admin, leaver.userId, input)).statusCode).toBe(422)
    expect((await handOver(it, siteAdmin, leaver.userId, input)).statusCode).toBe(200)
    expect((await articleOf(it, draft)).assigneeId).toBe(newcomer.userId)
  })
})
