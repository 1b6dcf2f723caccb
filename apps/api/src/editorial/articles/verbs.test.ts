import type { Receipt } from '@bantin/shared/article-verbs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { askFor, inHours, type Move, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())
afterEach(() => askFor(it, 'direct'))

interface Case {
  verb: string
  input?: object
  from?: Move[]
  /** The two states after it. */
  to: string
  /** What readers and portals are told, with the status of the article's address from now on. */
  told?: [reason: Receipt['reason'], edition: number, status: number]
  /** What else the answer says. */
  says?: object
}

const correction = { wrong: 'năm 2025', right: 'năm 2026', note: null }
const publish: Move = ['publish']
const changed: Move[] = [publish, ['edit', { sapo: 'Đã sửa' }]]
const cases: Case[] = [
  { verb: 'submit', input: { note: 'Nhờ xem' }, to: 'in_review none' },
  { verb: 'recall', from: [['submit']], to: 'draft none' },
  { verb: 'return', input: { note: 'Thiếu nguồn' }, from: [['submit']], to: 'draft none' },
  { verb: 'approve', input: { note: null }, from: [['submit']], to: 'approved none', says: { isApproved: true } },
  { verb: 'publish', to: 'none published', told: ['published', 1, 200], says: { edition: 1 } },
  { verb: 'publish', input: { kind: 'major' }, from: changed, to: 'none published', told: ['updated', 2, 200] },
  { verb: 'publish', input: { kind: 'minor', note: 'Chính tả' }, from: changed, to: 'none published', told: ['minor', 2, 200] },
  { verb: 'publish', input: { kind: 'correction', correction }, from: changed, to: 'none published', told: ['correction', 2, 200] },
  { verb: 'schedule', input: { at: inHours(1) }, to: 'scheduled none', says: { schedule: { by: 'Test admin', failures: 0 } } },
  { verb: 'unschedule', from: [['schedule', { at: inHours(1) }]], to: 'draft none', says: { schedule: null, publishAt: null } },
  { verb: 'hold', from: [publish], to: 'none held', told: ['held', 1, 404], says: { hold: { reason: null } } },
  { verb: 'hold', input: { reason: 'Xem lại' }, from: [publish, ['hold']], to: 'none held', says: { hold: { reason: 'Xem lại' } } },
  { verb: 'put-back', from: [publish, ['hold']], to: 'none published', told: ['put_back', 1, 200], says: { hold: null } },
  { verb: 'withdraw', input: { reason: 'Hết hạn' }, from: [publish], to: 'none withdrawn', told: ['withdrawn', 1, 200] },
  { verb: 'remove', input: { answer: 'gone', reason: 'Nhầm' }, from: [publish], to: 'none removed', told: ['removed', 1, 410] },
  { verb: 'remove', input: { answer: 'vanish', reason: 'Nhầm' }, from: [publish], to: 'none removed', told: ['removed', 1, 404] },
  {
    verb: 'redact',
    input: { editions: [1], reason: 'Trẻ em' },
    from: [publish, ['hold']],
    to: 'none held',
    told: ['personal_data', 1, 404],
  },
  { verb: 'restore', input: { revision: 1 }, from: changed, to: 'draft published', says: { sapo: null, revision: 3 } },
]

describe('a verb answers the article after it, and a receipt of what it changed for readers', () => {
  test.each(cases)('$verb of $from → $to', async ({ verb, input = {}, from = [], to, told, says = {} }) => {
    const before = await makeMoves(it, admin, await createDraft(it, admin), ...from)
    const answer = await send(it, admin, 'POST', `/articles/${before.id}/${verb}`, input, before.version)
    const { receipt, ...article } = answer.json()
    expect([answer.statusCode, `${article.workState} ${article.publicState}`, article.version]).toEqual([200, to, before.version + 1])
    expect(answer.headers.etag).toBe(`"${article.version}"`)
    expect(article).toMatchObject(says)
    expect(article).toEqual((await send(it, admin, 'GET', `/articles/${before.id}`)).json())
    expect(receipt && [receipt.reason, receipt.edition, receipt.served[0].status]).toEqual(told ?? null)
    if (receipt) await checkReceipt(article, receipt)
  })

  test('a redirect says where readers are sent', async () => {
    const target = await createPublished(it, admin)
    const outcome = await makeMoves(it, admin, await createDraft(it, admin), publish, ['redirect', { target: target.id }])
    expect(outcome).toMatchObject({ publicState: 'redirected', redirect: { to: target.id }, receipt: { reason: 'redirected', hash: null } })
    expect(outcome.receipt?.served).toEqual([{ url: `http://localhost:3000/bai-viet/${outcome.slug}`, status: 308 }])
  })
})

/** Holds the receipt against what delivery serves a moment later. */
async function checkReceipt({ slug, id }: { slug: string; id: string }, receipt: Receipt): Promise<void> {
  const [served] = receipt.served
  const { statusCode, body } = await it.app.inject({ url: `/api/v1/articles/${slug}` })
  expect([served?.url, served?.status]).toEqual([`http://localhost:3000/bai-viet/${slug}`, statusCode])
  expect(receipt.hash).toBe(statusCode === 200 ? JSON.parse(body).hash : null)
  const feed = (await it.app.inject({ url: `/api/v1/changes?cursor=1:${receipt.seq - 1}` })).json()
  expect(feed.data[0]).toMatchObject({ seq: receipt.seq, id, reason: receipt.reason, edition: receipt.edition })
  expect([feed.head, receipt.at.endsWith('+07:00')]).toEqual([receipt.head, true])
}

test('an article under review goes through its whole life, each step by whoever may', async () => {
  await askFor(it, 'review')
  const unit = await createUnit(it)
  const [reporter, publisher] = [await signIn(it, 'reporter', unit), await signIn(it, 'publisher', unit)]
  let { id, version } = await createDraft(it, reporter)
  const seen: string[] = []
  const step = async (as: SignedInForTest, ...moves: Move[]) => {
    const { workState, publicState, ...after } = await makeMoves(it, as, { id, version }, ...moves)
    version = after.version
    seen.push(`${workState} ${publicState}`)
  }
  await step(reporter, ['submit'])
  await step(reporter, ['recall'])
  await step(reporter, ['submit'])
  await step(publisher, ['return', { note: 'Thiếu nguồn' }])
  await step(reporter, ['edit', { sapo: 'Đủ nguồn' }], ['submit'])
  await step(publisher, ['approve'])
  await step(publisher, ['schedule', { at: inHours(1) }])
  await step(publisher, ['unschedule'])
  await step(publisher, ['publish'])
  await step(reporter, ['edit', { title: 'Tít đúng' }], ['submit'])
  await step(publisher, ['approve'], ['publish', { kind: 'correction', correction }])
  await step(publisher, ['hold', { reason: 'Kiểm tra' }])
  await step(publisher, ['put-back'])
  await step(publisher, ['withdraw', { reason: 'Hết hiệu lực' }])
  expect(seen).toEqual([
    ...['in_review none', 'draft none', 'in_review none', 'draft none', 'in_review none', 'approved none', 'scheduled none'],
    ...['approved none', 'none published', 'in_review published', 'none published', 'none held', 'none published', 'none withdrawn'],
  ])
})
