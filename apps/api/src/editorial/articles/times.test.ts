import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { inHours, letTimeCome, type Move, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const post = (article: { id: string; version: number }, verb: string, input: object) =>
  send(it, publisher, 'POST', `/articles/${article.id}/${verb}`, input, article.version)
const read = async (id: string) => (await send(it, publisher, 'GET', `/articles/${id}`)).json()
const served = async (id: string) => (await it.app.inject({ url: `/api/v1/articles/${id}` })).json()
async function refusedAt(pointer: string, ...request: Parameters<typeof post>) {
  const answer = await unchanged(it, () => post(...request))
  expect([answer.statusCode, answer.json().code, answer.json().errors?.[0].pointer]).toEqual([422, 'not_publishable', pointer])
}

describe('the day on which something came out elsewhere', () => {
  const firstPublishedAt = '2019-05-06T07:08:09.000+07:00'

  test('is the date of its first edition, for readers and in the order of lists; later editions keep it', async () => {
    const first = await makeMoves(it, publisher, await createDraft(it, publisher), ['publish', { firstPublishedAt }])
    expect(first).toMatchObject({ firstPublishedAt, publishedAt: firstPublishedAt })
    expect(await served(first.id)).toMatchObject({ firstPublishedAt, publishedAt: firstPublishedAt })
    const moves: Move[] = [
      ['edit', { sapo: 'Bổ sung' }],
      ['publish', { kind: 'minor' }],
      ['edit', { sapo: 'Thêm nữa' }],
    ]
    const major = await makeMoves(it, publisher, first, ...moves, ['publish', { kind: 'major' }])
    expect(major.firstPublishedAt).toBe(firstPublishedAt)
    expect(major.publishedAt).not.toBe(firstPublishedAt)
  })

  test('is noted in the audit log, with the edition’s true time in its document', async () => {
    const { id } = await makeMoves(it, publisher, await createDraft(it, publisher), ['publish', { firstPublishedAt }])
    const { rows } =
      await it.database.db.execute(`SELECT l.detail ->> 'cameOutAt' AS noted, e.published_at > now() - interval '1 hour' AS true_time
      FROM audit_log l JOIN editions e ON e.article_id = l.entity_id WHERE l.entity_id = '${id}' AND l.action = 'article.publish'`)
    expect(rows).toEqual([{ noted: new Date(firstPublishedAt).toISOString(), true_time: true }])
  })

  test('in the future is refused', async () =>
    await refusedAt('/firstPublishedAt', await createDraft(it, publisher), 'publish', { firstPublishedAt: inHours(1) }))

  test('is given once: what was published stands', async () => {
    const article = await makeMoves(it, publisher, await createPublished(it, publisher), ['edit', { sapo: 'Mới' }])
    await refusedAt('/firstPublishedAt', article, 'publish', { kind: 'major', firstPublishedAt })
    const held = await makeMoves(it, publisher, article, ['hold'])
    await refusedAt('/firstPublishedAt', held, 'publish', { kind: 'minor', firstPublishedAt })
  })
})

test.each(['2099-02-30T07:00:00+07:00', '2099-01-01T25:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:00:00Z'])(
  'the moment %s, which is not one everywhere, is refused wherever one is taken',
  async (moment) => {
    const draft = await createDraft(it, publisher)
    const until = { until: moment, untilReason: 'Hết hạn' }
    await unchanged(it, async () => {
      expect((await post(draft, 'publish', { firstPublishedAt: moment })).statusCode).toBe(400)
      expect((await post(draft, 'schedule', { at: moment })).statusCode).toBe(400)
      expect((await post(draft, 'schedule', { at: inHours(1), ...until })).statusCode).toBe(400)
    })
  },
)

describe('a schedule', () => {
  const reason = { untilReason: 'Hết đợt nhận hồ sơ' }
  test.each<[name: string, pointer: string, input: object]>([
    ['in the past', '/at', { at: inHours(-1) }],
    ['with an end before its beginning', '/until', { at: inHours(2), until: inHours(1), ...reason }],
    ['with an end without a reason', '/untilReason', { at: inHours(1), until: inHours(2) }],
    ['with a reason without an end', '/until', { at: inHours(1), ...reason }],
    ['of a correction that corrects nothing', '/kind', { at: inHours(1), kind: 'correction' }],
  ])('%s is refused while somebody can mend it', async (_name, pointer, input) => {
    await refusedAt(pointer, await createDraft(it, publisher), 'schedule', input)
  })

  test('publishes with the time that was set, in the name of who set it, exactly what was there then', async () => {
    const draft = await makeMoves(it, publisher, await createDraft(it, publisher), ['schedule', { at: inHours(1), note: 'Theo kế hoạch' }])
    await letTimeCome(it, draft.id, 'publishDue')
    const { rows } = await it.database.db.execute(`SELECT e.note, e.published_by, e.published_at = a.first_published_at AS on_time,
      e.published_at < now() - interval '30 seconds' AS as_planned FROM editions e JOIN articles a ON a.id = e.article_id WHERE a.id = '${draft.id}'`)
    expect(rows).toEqual([{ note: 'Theo kế hoạch', published_by: publisher.userId, on_time: true, as_planned: true }])
    expect(await read(draft.id)).toMatchObject({ workState: 'none', publicState: 'published', schedule: null, publishAt: null })
  })

  test('that is called off publishes nothing', async () => {
    const draft = await makeMoves(it, publisher, await createDraft(it, publisher), ['schedule', { at: inHours(1) }], ['unschedule'])
    await unchanged(it, () => expect(letTimeCome(it, draft.id, 'publishDue')).rejects.toMatchObject({ code: 'move_not_allowed' }))
  })

  test('refuses a change of what is to be published, by anybody', async () => {
    const draft = await makeMoves(it, publisher, await createDraft(it, publisher), ['schedule', { at: inHours(1) }])
    for (const person of [publisher, await signIn(it, 'admin')]) {
      const answer = await unchanged(it, () => send(it, person, 'PATCH', `/articles/${draft.id}`, { sapo: 'Chen' }, draft.version))
      expect(answer.json().code).toBe('unschedule_first')
    }
  })
})

test('times are told with the offset of the site, whatever offset they were sent with', async () => {
  const times = { at: '2131-12-31T20:00:00Z', until: '2132-01-31T12:00:00-05:00', untilReason: 'Hết hạn' }
  const { schedule } = await makeMoves(it, publisher, await createDraft(it, publisher), ['schedule', times])
  expect(schedule).toMatchObject({ at: '2132-01-01T03:00:00.000+07:00', until: '2132-02-01T00:00:00.000+07:00' })
})

describe('a withdrawal that is planned with the publication', () => {
  const planned = { at: inHours(1), until: inHours(2), untilReason: 'Hết đợt nhận hồ sơ' }
  const shown = async () => {
    const { id } = await makeMoves(it, publisher, await createDraft(it, publisher), ['schedule', planned])
    await letTimeCome(it, id, 'publishDue')
    return await read(id)
  }

  test('withdraws at its time with its reason, and deletes nothing', async () => {
    const article = await shown()
    expect(article.plannedWithdrawal).toMatchObject({ reason: planned.untilReason })
    await letTimeCome(it, article.id, 'withdrawDue')
    expect(await read(article.id)).toMatchObject({
      publicState: 'withdrawn',
      plannedWithdrawal: null,
      withdrawal: { reason: planned.untilReason },
    })
    expect((await served(article.id)).withdrawn).toMatchObject({ reason: planned.untilReason })
  })

  test('can be called off, and then nothing happens', async () => {
    const article = await makeMoves(it, publisher, await shown(), ['unschedule'])
    expect([article.publicState, article.plannedWithdrawal, article.receipt]).toEqual(['published', null, null])
    expect((await post(article, 'unschedule', {})).json().code).toBe('move_not_allowed')
    await unchanged(it, () => expect(letTimeCome(it, article.id, 'withdrawDue')).rejects.toThrow())
  })

  test('waits while the article is held, and stands again when it is put back', async () => {
    const held = await makeMoves(it, publisher, await shown(), ['hold'])
    expect(held.plannedWithdrawal).not.toBeNull()
    await expect(letTimeCome(it, held.id, 'withdrawDue')).rejects.toMatchObject({ code: 'move_not_allowed' })
    await makeMoves(it, publisher, held, ['put-back'])
    await letTimeCome(it, held.id, 'withdrawDue')
    expect((await read(held.id)).publicState).toBe('withdrawn')
  })

  test.each<[verb: string, input: object]>([
    ['withdraw', { reason: 'Sớm hơn' }],
    ['remove', { answer: 'gone', reason: 'Nhầm' }],
  ])('ends when somebody does %s before', async (verb, input) => {
    expect((await makeMoves(it, publisher, await shown(), [verb, input])).plannedWithdrawal).toBeNull()
  })

  test('stays through a new edition', async () => {
    const next = await makeMoves(it, publisher, await shown(), ['edit', { sapo: 'Bổ sung' }], ['publish', { kind: 'minor' }])
    expect(next.plannedWithdrawal).toMatchObject({ reason: planned.untilReason })
  })
})
