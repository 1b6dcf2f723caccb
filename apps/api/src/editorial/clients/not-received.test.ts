import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { feedEnd } from '../../../test/feed.ts'
import { type Move, makeMoves } from '../../../test/moves.ts'
import { notificationsOf } from '../../../test/notifications.ts'
import { createPortal, type TestPortal } from '../../../test/portals.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { forgetUses } from './forget-uses.repository.ts'
import { tellNotReceived } from './tell-not-received.job.ts'

let it: TestApp
let admin: SignedInForTest
let author: SignedInForTest
let publisher: SignedInForTest
let unit: string
let portal: TestPortal
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  admin = await signIn(it, 'admin')
  author = await signIn(it, 'reporter', unit)
  publisher = await signIn(it, 'publisher', unit)
  await signIn(it, 'publisher', await createUnit(it))
  await signIn(it, 'editor', unit)
  portal = await createPortal(it, admin, { name: 'Cổng huyện' })
  await acknowledge()
})
afterAll(() => it.close())

const change = (query: SQL) => it.database.db.execute(query)

async function acknowledge(of = portal): Promise<void> {
  const payload = { cursor: await feedEnd(it) }
  const answer = await it.app.inject({ method: 'PUT', url: '/api/v1/changes/cursor', headers: of.headers, payload })
  expect(answer.statusCode).toBe(200)
}

const correction: Move = ['publish', { kind: 'correction', correction: { wrong: '12', right: '21' } }]

/** A published article of the reporter, which the portals have taken over. */
async function publish(...others: TestPortal[]): Promise<{ id: string; version: number }> {
  const article = await makeMoves(it, admin, await createDraft(it, author, { unitId: unit }), ['publish'])
  for (const one of [portal, ...others]) await acknowledge(one)
  return article
}

/** Everything that portals were told, and they themselves, is so many minutes older. */
const age = async (minutes: number, isOfPortals = true) => {
  await it.database.db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL session_replication_role = replica`)
    await tx.execute(sql`UPDATE changes SET at = at - make_interval(mins => ${minutes})`)
    if (isOfPortals) await tx.execute(sql`UPDATE api_clients SET created_at = created_at - make_interval(mins => ${minutes})`)
  })
}

/** By three processes at once. */
async function look(): Promise<void> {
  const lines: string[] = []
  const parts = { db: it.database.background, log: (line: string) => void lines.push(line), signal: new AbortController().signal }
  await Promise.all([tellNotReceived(parts), tellNotReceived(parts), tellNotReceived(parts)])
  expect(lines).toEqual([])
}

async function told(id: string): Promise<[string, string | null][]> {
  const all = await notificationsOf(it, id)
  return all.filter(({ kind }) => kind === 'not_received').map(({ userId, by }) => [userId, by])
}

/** Its author, and who may publish it. */
const recipients = (by = 'Cổng huyện') => [author, publisher, admin].map(({ userId }) => [userId, by]).sort()

test('after an hour author and publishers are told once of each correction and removal that a portal lacks, with its name', async () => {
  const article = await publish()
  const corrected = await makeMoves(it, admin, article, ['edit', { title: 'Tít sửa' }], correction)
  await look()
  expect(await told(article.id)).toEqual([])
  await age(61)
  await look()
  await look()
  expect((await told(article.id)).sort()).toEqual(recipients())
  const { rows } = await change(sql`SELECT actor_name AS by, detail FROM audit_log WHERE action = 'article.notReceived'`)
  expect(rows).toEqual([{ by: 'clock', detail: { client: 'Cổng huyện', seq: expect.any(Number) } }])
  await makeMoves(it, admin, corrected, ['hold', {}])
  await age(61)
  await look()
  expect(await told(article.id)).toHaveLength(6)
})

test.each<[string, Move[]]>([
  ['withdrawn', [['withdraw', { reason: 'Sai số liệu' }]]],
  ['removed', [['remove', { answer: 'gone', reason: 'Theo yêu cầu' }]]],
  ['held and corrected before', [['edit', { title: 'Tít sửa' }], correction, ['hold', {}]]],
])('of what is %s too, as one', async (_, moves) => {
  const article = await publish()
  await makeMoves(it, admin, article, ...moves)
  await age(61)
  await look()
  expect((await told(article.id)).sort()).toEqual(recipients())
})

test.each<[string, Move[]]>([
  [
    'what is new or only polished',
    [
      ['edit', { title: 'Tít khác' }],
      ['publish', { kind: 'minor' }],
    ],
  ],
  ['what was put back meanwhile', [['hold', {}], ['put-back']]],
])('nobody is told of %s', async (_, moves) => {
  const article = await publish()
  await makeMoves(it, admin, article, ...moves)
  await age(61)
  await look()
  expect(await told(article.id)).toEqual([])
})

test('nobody is told where it was acknowledged in time, of weeks ago, nor of what came before the portal', async () => {
  const inTime = await publish()
  await makeMoves(it, admin, inTime, ['hold', {}])
  await acknowledge()
  const longAgo = await publish()
  await makeMoves(it, admin, longAgo, ['hold', {}])
  await age(8 * 24 * 60)
  const before = await publish()
  await makeMoves(it, admin, before, ['hold', {}])
  await change(sql`UPDATE api_clients SET created_at = now()`)
  await age(61, false)
  await look()
  expect([await told(inTime.id), await told(longAgo.id), await told(before.id)]).toEqual([[], [], []])
})

test('portals that never acknowledged, may not, are closed or told of other units only are not behind', async () => {
  await createPortal(it, admin)
  const [reader, closed] = [await createPortal(it, admin), await createPortal(it, admin)]
  const elsewhere = await createPortal(it, admin, { unitId: await createUnit(it) })
  const here = await createPortal(it, admin, { unitId: unit, name: 'Cổng xã' })
  const article = await publish(reader, closed, elsewhere, here)
  await change(sql`UPDATE api_clients SET scopes = '{read}' WHERE id = ${reader.id}`)
  await change(sql`UPDATE api_clients SET closed_at = now() WHERE id = ${closed.id}`)
  await makeMoves(it, admin, article, ['hold', {}])
  await acknowledge()
  await age(61)
  await look()
  expect((await told(article.id)).sort()).toEqual(recipients('Cổng xã'))
})

test('what a portal lacked is forgotten after a year, and how often its keys were used after two', async () => {
  const article = await publish()
  const { keyId, id } = portal
  const days = (age: number) => sql`published.today() - ${age}::int`
  await change(
    sql`INSERT INTO api_key_days (key_id, day, requests, refused) VALUES (${keyId}, ${days(800)}, 1, 0), (${keyId}, ${days(700)}, 2, 0)`,
  )
  await change(sql`INSERT INTO late_acknowledgements (client_id, article_id, seq, told_at) VALUES
    (${id}, ${article.id}, 1000001, now() - interval '13 months'), (${id}, ${article.id}, 1000002, now() - interval '11 months')`)
  expect(await forgetUses(it.database.db)).toBe(2)
  const left = await change(sql`SELECT (SELECT array_agg(requests) FROM api_key_days WHERE key_id = ${keyId} AND day < ${days(1)}) AS days,
    (SELECT array_agg(seq::int) FROM late_acknowledgements WHERE seq > 1000000) AS late`)
  expect(left.rows).toEqual([{ days: [2], late: [1000002] }])
})

test('receipts name the portals that acknowledge and are told of the article; asked again, they say which have received it', async () => {
  await createPortal(it, admin, { name: 'Cổng im lặng' })
  const elsewhere = await createPortal(it, admin, { unitId: await createUnit(it) })
  const here = await createPortal(it, admin, { unitId: unit, name: 'Cổng ấp' })
  const article = await publish(elsewhere, here)
  const { receipt } = await makeMoves(it, admin, article, ['hold', {}])
  const of = (name: string, hasReceived: boolean) => ({ name, hasReceived, acknowledgedAt: expect.stringMatching(/\+07:00$/) })
  const [own, other] = ['Cổng ấp', 'Cổng huyện']
  const known = (list: { name: string }[] = []) => list.filter(({ name }) => [own, other, 'Cổng im lặng'].includes(name))
  expect(known(receipt?.portals)).toEqual([of(own, false), of(other, false)])
  await acknowledge(here)
  const ask = async (as: SignedInForTest, id: string) => (await send(it, as, 'GET', `/articles/${id}/receipt`)).json()
  const { entry, portals } = await ask(author, article.id)
  expect([entry, known(portals)]).toEqual([
    { seq: receipt?.seq, at: receipt?.at, reason: 'held', edition: receipt?.edition },
    [of(own, true), of(other, false)],
  ])
  expect(await ask(admin, (await createDraft(it, admin)).id)).toEqual({ entry: null, portals: [] })
})
