import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createDraft, send } from '../../../test/factories.ts'
import { articleOf, auditOn, handOver, type Leaving, prepareLeaving, readSheet } from '../../../test/leaver.ts'
import { letTimeCome, makeMoves } from '../../../test/moves.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { opinions, previews } from '../../db/schema/collaboration.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  // Somebody stays to administer the site.
  await signIn(it, 'admin')
})
afterAll(() => it.close())

describe('articles', () => {
  test('that are being written, reviewed or on the schedule get the successor as the one who works on them; versions stay', async () => {
    const { leaver, admin, successor, draft, inReview, scheduled } = await prepareLeaving(it, 'reporter')
    const before = await articleOf(it, draft)
    const answer = await handOver(it, admin, leaver.userId, { to: successor.userId, articles: 'give' })
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { articles: 3, schedules: 0, links: 0, clients: 0, grants: 0, disabled: false },
    ])
    expect(await articleOf(it, draft)).toEqual({ ...before, assigneeId: successor.userId })
    expect([(await articleOf(it, inReview)).assigneeId, (await articleOf(it, inReview)).workState]).toEqual([successor.userId, 'in_review'])
    const stillScheduled = { assigneeId: successor.userId, workState: 'scheduled', scheduledBy: leaver.userId }
    expect(await articleOf(it, scheduled)).toMatchObject(stillScheduled)
    const detail = { before: null, after: successor.userId }
    expect(await auditOn(it, draft, 'article.assign')).toEqual([{ action: 'article.assign', version: before.version, detail }])
    await makeMoves(it, successor, { id: draft, version: before.version }, ['edit', { sapo: 'Viết tiếp' }], ['submit'])
    expect((await readSheet(it, admin, leaver.userId)).drafts.total).toBe(0)
  })

  test('are also those of others that were assigned to him, and not his own that somebody else works on', async () => {
    const { unit, leaver, admin, successor, draft } = await prepareLeaving(it)
    const colleague = await signIn(it, 'reporter', unit)
    const assigned = await createDraft(it, colleague, { unitId: unit })
    await send(it, admin, 'POST', `/articles/${assigned.id}/assign`, { userId: leaver.userId }, 1)
    await send(it, admin, 'POST', `/articles/${draft}/assign`, { userId: colleague.userId }, 1)
    expect((await handOver(it, admin, leaver.userId, { to: successor.userId, articles: 'give' })).json().articles).toBe(3)
    expect((await articleOf(it, assigned.id)).assigneeId).toBe(successor.userId)
    expect((await articleOf(it, draft)).assigneeId).toBe(colleague.userId)
  })

  test('keep their bylines and revisions, also when they are published later', async () => {
    const { unit, leaver, admin, successor } = await prepareLeaving(it)
    const bylines = [{ authorId: await createAuthor(it, 'Lò Văn Bản'), role: 'text' as const }]
    const draft = await createDraft(it, leaver, { unitId: unit, bylines })
    const revisions = async () =>
      (await it.app.db.execute(sql`SELECT id, bylines, saved_by FROM article_revisions WHERE article_id = ${draft.id} ORDER BY number`))
        .rows
    const before = await revisions()
    await handOver(it, admin, leaver.userId, { to: successor.userId, articles: 'give', grants: 'give', disable: true })
    expect(await revisions()).toEqual(before)
    const published = await makeMoves(it, successor, draft, ['publish'])
    expect(published.bylines).toEqual(bylines)
    const shown = (await it.app.inject(`/api/v1/articles/${draft.id}`)).json()
    expect(shown.bylines).toMatchObject([{ name: 'Lò Văn Bản', role: 'text' }])
  })
})

describe('schedules', () => {
  test('are published at their time in the name of the successor', async () => {
    const { leaver, admin, successor, scheduled } = await prepareLeaving(it)
    const before = await articleOf(it, scheduled)
    expect((await handOver(it, admin, leaver.userId, { to: successor.userId, schedules: 'give' })).json().schedules).toBe(1)
    expect(await articleOf(it, scheduled)).toEqual({ ...before, scheduledBy: successor.userId })
    const detail = { scheduledBy: { before: leaver.userId, after: successor.userId } }
    expect(await auditOn(it, scheduled, 'article.handOver')).toEqual([{ action: 'article.handOver', version: before.version, detail }])
    await letTimeCome(it, scheduled, 'publishDue')
    expect((await articleOf(it, scheduled)).publicState).toBe('published')
    const { rows } = await it.app.db.execute(sql`SELECT detail->>'scheduledBy' AS by FROM audit_log
      WHERE entity_id = ${scheduled} AND action = 'article.publishDue'`)
    expect(rows).toEqual([{ by: successor.userId }])
  })

  test('go back to where they stood by the verb, and are handed over as drafts with the rest', async () => {
    const { leaver, admin, successor, scheduled } = await prepareLeaving(it, 'reporter')
    const { version } = await articleOf(it, scheduled)
    const input = { to: successor.userId, schedules: 'unschedule', articles: 'give' } as const
    expect((await handOver(it, admin, leaver.userId, input)).json()).toMatchObject({ schedules: 1, articles: 3 })
    const after = await articleOf(it, scheduled)
    const draft = { workState: 'draft', publishAt: null, scheduledBy: null, assigneeId: successor.userId, version: version + 1 }
    expect(after).toMatchObject(draft)
    expect((await auditOn(it, scheduled, 'article.unschedule', 'article.assign')).map((row) => [row.action, row.version])).toEqual([
      ['article.unschedule', version + 1],
      ['article.assign', version + 1],
    ])
  })

  test('taken off go back to approved where they were approved, and are left to their author', async () => {
    const { unit, leaver, admin } = await prepareLeaving(it)
    const author = await signIn(it, 'reporter', unit)
    const submitted = await makeMoves(it, author, await createDraft(it, author, { unitId: unit }), ['submit'])
    await makeMoves(it, leaver, submitted, ['approve'], ['schedule', { at: '2199-01-01T00:00:00Z' }])
    expect((await handOver(it, admin, leaver.userId, { schedules: 'unschedule' })).json().schedules).toBe(2)
    expect(await articleOf(it, submitted.id)).toMatchObject({ workState: 'approved', assigneeId: null })
  })
})

describe('links', () => {
  const linksOf = async ({ preview, opinion }: Leaving) => [
    (await it.app.db.select().from(previews).where(eq(previews.id, preview)))[0],
    (await it.app.db.select().from(opinions).where(eq(opinions.id, opinion)))[0],
  ]

  test('are the successor’s from then on, and open as before', async () => {
    const leaving = await prepareLeaving(it)
    const { leaver, admin, successor, draft, inReview, preview, opinion } = leaving
    expect((await handOver(it, admin, leaver.userId, { to: successor.userId, links: 'give' })).json().links).toBe(2)
    const [first, second] = await linksOf(leaving)
    expect(first).toMatchObject({ createdBy: successor.userId, revokedAt: null })
    expect(second).toMatchObject({ askedBy: successor.userId, revokedAt: null })
    const given = { before: leaver.userId, after: successor.userId }
    expect((await auditOn(it, draft, 'preview.handOver')).map(({ detail }) => detail)).toEqual([{ previewId: preview, ...given }])
    expect((await auditOn(it, inReview, 'opinion.handOver')).map(({ detail }) => detail)).toEqual([{ opinionId: opinion, ...given }])
  })

  test('that are revoked open nothing any more; what was answered stays answered', async () => {
    const leaving = await prepareLeaving(it)
    const { leaver, admin, draft, preview, opinion } = leaving
    await it.app.db.update(opinions).set({ answer: 'agree', answeredAt: sql`now()` }).where(eq(opinions.id, opinion))
    expect((await handOver(it, admin, leaver.userId, { links: 'revoke' })).json().links).toBe(1)
    const [first, second] = await linksOf(leaving)
    expect(first?.revokedAt).not.toBeNull()
    expect(second).toMatchObject({ revokedAt: null, askedBy: leaver.userId })
    expect((await auditOn(it, draft, 'preview.revoke')).map(({ detail }) => detail)).toEqual([{ previewId: preview }])
  })

  test('more than two thousand at once are refused, and nothing is done', async () => {
    const { leaver, admin, draft } = await prepareLeaving(it)
    await it.app.db.execute(sql`INSERT INTO previews (id, article_id, token_hash, created_by, expires_at)
      SELECT gen_random_uuid(), ${draft}, 'many-' || n, ${leaver.userId}, now() + interval '1 day' FROM generate_series(1, 2000) n`)
    const answer = await unchanged(it, () => handOver(it, admin, leaver.userId, { links: 'revoke', disable: true }))
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'conflict'])
    expect((await readSheet(it, admin, leaver.userId)).links).toMatchObject({ total: 2002, data: expect.objectContaining({ length: 100 }) })
  })
})
