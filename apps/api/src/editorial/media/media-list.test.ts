import type { MediaItem } from '@bantin/shared/media'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { createUploaded } from '../../../test/pictures.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { upload } from '../../../test/upload.ts'
import { grants } from '../../db/schema/users.ts'
import { findItems } from './media.repository.ts'

let it: TestApp
let reporter: SignedInForTest
let colleague: SignedInForTest
let unit: string
/** By what they are called, from the oldest on. */
const ids: Record<string, string> = {}
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  reporter = await signIn(it, 'reporter', unit)
  colleague = await signIn(it, 'reporter')
  for (const [by, name] of [
    [reporter, 'Kế hoạch 1.pdf'],
    [colleague, 'Báo cáo thi đua.pdf'],
    [reporter, '100%_xong.pdf'],
  ] as const) {
    const answer = await upload(it, by, [{ name, bytes: Buffer.from(`%PDF-1.4\n%${name}\n%%EOF\n`) }])
    ids[name] = answer.json().id
  }
  ids.picture = await createUploaded(it, { createdBy: reporter.userId, originalName: 'IMG_1.jpg', unitId: unit })
  const said = { alt: 'Đoàn xe trên cầu', caption: 'Hội nghị Khối thi đua', credit: 'Lê Thị Ảnh' }
  await send(it, reporter, 'PATCH', `/media/${ids.picture}`, said, 1)
  await createDraft(it, await signIn(it, 'editor'), { heroMediaId: ids.picture })
})
afterAll(() => it.close())

/** The names of what is answered, in their order. */
async function namesOf(query: Record<string, string>, as = reporter): Promise<(string | undefined)[]> {
  const answer = await send(it, as, 'GET', `/media?${new URLSearchParams(query)}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().data.map(({ id }: MediaItem) => Object.keys(ids).find((name) => ids[name] === id))
}

const everything = ['picture', '100%_xong.pdf', 'Báo cáo thi đua.pdf', 'Kế hoạch 1.pdf']

describe('the library', () => {
  test('is one for the whole site: whoever has a role anywhere sees all of it, newest first', async () => {
    const elsewhere = [await signIn(it, 'reporter', await createUnit(it)), await signIn(it, 'auditor', unit)]
    for (const person of [reporter, ...elsewhere]) expect(await namesOf({}, person)).toEqual(everything)
  })

  test('is closed to whoever has none', async () => {
    const nobody = await signIn(it, 'reporter')
    await it.database.db.delete(grants).where(sql`user_id = ${nobody.userId}`)
    for (const path of ['', `/${ids.picture}`, `/${ids.picture}/uses`]) {
      const answer = await send(it, nobody, 'GET', `/media${path}`)
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
    }
  })

  test('comes in pages that have each file once, also of files of the same moment', async () => {
    await it.database.db.execute(sql`UPDATE media SET created_at = '2026-11-28T08:00:00+07:00'`)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer = await send(it, reporter, 'GET', `/media?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      seen.push(...answer.json().data.map(({ id }: MediaItem) => id))
      cursor = answer.json().page.next
    }
    expect(seen).toEqual(Object.values(ids).toSorted().toReversed())
  })

  test('refuses a cursor of another list', async () => {
    const { next } = (await send(it, reporter, 'GET', '/media?limit=1&me=true')).json().page
    const own = await send(it, reporter, 'GET', `/media?limit=1&me=true&cursor=${encodeURIComponent(next)}`)
    expect(own.statusCode).toBe(200)
    for (const [person, query] of [
      [reporter, 'me=false'],
      [colleague, 'me=true'],
    ] as const) {
      const answer = await send(it, person, 'GET', `/media?limit=1&${query}&cursor=${encodeURIComponent(next)}`)
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_cursor'])
    }
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['kind', { kind: 'picture' }, ['picture']],
    ['other uploads', { me: 'false' }, ['Báo cáo thi đua.pdf']],
    ['own uploads of a kind', { me: 'true', kind: 'document' }, ['100%_xong.pdf', 'Kế hoạch 1.pdf']],
    ['what no article shows', { unused: 'true' }, ['100%_xong.pdf', 'Báo cáo thi đua.pdf', 'Kế hoạch 1.pdf']],
    ['what some article shows', { unused: 'false' }, ['picture']],
    ['nothing', { kind: 'video' }, []],
  ])('is narrowed by %s', async (_name, query, names) => {
    expect(await namesOf(query)).toEqual(names)
  })

  test('is narrowed by unit, and by ids of which some are not there', async () => {
    expect(await namesOf({ unitId: unit })).toEqual(['picture', '100%_xong.pdf', 'Kế hoạch 1.pdf'])
    const asked = [ids['Kế hoạch 1.pdf'], '00000000-0000-7000-8000-000000000000', ids.picture].join(',')
    expect(await namesOf({ ids: asked, limit: '1' })).toEqual(['picture', 'Kế hoạch 1.pdf'])
    for (const none of ['-'.repeat(36), `${ids.picture},${'a'.repeat(36)}`]) {
      const answer = await send(it, reporter, 'GET', `/media?ids=${none}`)
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
    }
  })
})

describe('search', () => {
  test.each<[string, string[]]>([
    ['ke hoach', ['Kế hoạch 1.pdf']],
    ['HOẠCH kế', ['Kế hoạch 1.pdf']],
    ['thi đua', ['picture', 'Báo cáo thi đua.pdf']],
    // A word of each of the fields.
    ['img_1 doan hoi anh', ['picture']],
    ['img đua le', ['picture']],
    // What means something in a pattern stands for itself.
    ['100%_', ['100%_xong.pdf']],
    ['%', ['100%_xong.pdf']],
    ['\\', []],
    ['không có', []],
  ])('%s', async (q, names) => {
    expect(await namesOf({ q })).toEqual(names)
  })
})

test('a page costs a page, however many files there are, also of the few of a kind, a unit, a person or a word', async () => {
  const root = sql`(SELECT root_unit_id FROM sites)`
  await it.database.db.execute(sql`
    INSERT INTO media (id, sha256, kind, type, width, height, bytes, original_name, variants, unit_id, created_at, folded)
    SELECT gen_random_uuid(), i, 'picture', 'image/jpeg', 4, 3, 1, i || '.jpg', '[]', ${root}, now() + i * interval '1 second', 'anh so ' || i || '.jpg'
    FROM generate_series(1, 10000) AS i`)
  // New entries of the index of words wait unsorted until the database tidies up.
  await it.database.db.execute(sql`VACUUM ANALYZE media`)
  for (const filters of [{}, { kind: 'document' as const }, { unitId: unit }, { me: true }, { q: 'Kế hoạch' }]) {
    const { db, mostRowsRead } = watchStatements(it)
    await findItems(db, { filters, userId: reporter.userId, after: undefined, limit: 21 })
    expect(await mostRowsRead(), JSON.stringify(filters)).toBeLessThan(100)
  }
})
