import { parseQuery } from '@bantin/shared/search/query'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createDraft, createPublished, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { indexMissing } from '../../publication/search/index-missing.ts'
import { readVocabulary } from './vocabulary.queries.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const get = async (path: string) => {
  const answer = await it.app.inject(`/api/v1${path}`)
  return { status: answer.statusCode, ...answer.json() }
}
const search = (q: string, rest = '') => get(`/search?q=${encodeURIComponent(q)}${rest}`)
const titles = async (q: string, rest = '') => (await search(q, rest)).data.map(({ title }: { title: string }) => title)
const publish = (title: string, sapo = 'Tin trong ngày.', rest: object = {}) => createPublished(it, publisher, { title, sapo, ...rest })
const paragraphs = (...texts: string[]) => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

describe('words are found', () => {
  test('whatever marks are typed; those with the very same come first', async () => {
    await publish('Ủy bản ghi nhớ của đoàn')
    await publish('Ủy ban họp phiên thường kỳ')
    await publish('Uỷ ban làm việc với các xã')
    expect(await titles('uy ban')).toHaveLength(3)
    expect((await titles('ủy ban'))[2]).toBe('Ủy bản ghi nhớ của đoàn')
    expect(await titles('ủy ban'.normalize('NFD'))).toEqual(await titles('ủy ban'))
    expect(await titles('UỶ BAN')).toEqual(await titles('ủy ban'))
  })

  test('all of them, near each other before far apart', async () => {
    await publish('Khen ngợi phong trào thi đua, trao thưởng')
    await publish('Tổng kết công tác thi đua khen thưởng')
    expect(await titles('thi dua khen thuong')).toEqual([
      'Tổng kết công tác thi đua khen thưởng',
      'Khen ngợi phong trào thi đua, trao thưởng',
    ])
    expect(await titles('thi đua lúa nước')).toEqual([])
  })

  test('in quotes only together, and what has a minus before it not at all', async () => {
    expect(await titles('"khen thưởng"')).toEqual(['Tổng kết công tác thi đua khen thưởng'])
    expect(await titles('thi đua -"khen thưởng"')).toEqual(['Khen ngợi phong trào thi đua, trao thưởng'])
    expect(await titles('thi đua -khen')).toEqual([])
    expect(await titles('-khen')).toEqual([])
    await publish('Hội đua bò Bảy Núi', undefined, { body: paragraphs('Trời mưa rào.') })
    for (const q of ['đua bò', 'dua bo']) expect([await titles(q), await titles(`${q} -"mưa rào"`)]).toEqual([['Hội đua bò Bảy Núi'], []])
  })

  test('with exactly these marks before the same words typed without', async () => {
    await publish('Hoi nghi khen thuong nam hoc')
    expect((await titles('khen thưởng')).at(-1)).toBe('Hoi nghi khen thuong nam hoc')
    expect(await titles('khen thuong')).toContain('Hoi nghi khen thuong nam hoc')
  })

  test('as short forms and what they stand for, both ways', async () => {
    await publish('UBND tỉnh ban hành kế hoạch năm')
    await publish('Ủy ban nhân dân tỉnh giao chỉ tiêu')
    for (const q of ['UBND tinh', 'ủy ban nhân dân tỉnh', 'ubnd tỉnh', 'uy ban nhan dan tinh']) {
      expect([q, (await titles(q)).slice(0, 2).sort()]).toEqual([
        q,
        ['UBND tỉnh ban hành kế hoạch năm', 'Ủy ban nhân dân tỉnh giao chỉ tiêu'],
      ])
      const marked = (await search(q)).data.slice(0, 2).map(({ highlight }: { highlight: { title: string } }) => highlight.title)
      expect([q, marked.sort()]).toEqual([
        q,
        [expect.stringMatching(/^<mark>UBND tỉnh/), expect.stringMatching(/^<mark>Ủy ban nhân dân tỉnh/)],
      ])
    }
  })

  test('in numbers of documents, whole and in parts', async () => {
    await publish('Hướng dẫn Nghị định 13/2023/NĐ-CP về dữ liệu', 'Phòng, chống Covid-19 tại Sở KH&ĐT.')
    for (const q of [
      '13/2023/NĐ-CP',
      '13/2023',
      'NĐ-CP',
      'nd-cp',
      'nghị định 13',
      'covid-19',
      'Covid 19',
      'KH&ĐT',
      'sở kế hoạch và đầu tư',
    ]) {
      expect([q, await titles(q)]).toEqual([q, ['Hướng dẫn Nghị định 13/2023/NĐ-CP về dữ liệu']])
    }
  })

  test.each(['đ', 'Đ', 'Ð', 'd'])('also when it is one letter: %s', async (q) => {
    await publish(`Lô đất Đ được đấu giá (${q.codePointAt(0)})`)
    expect((await titles(q))[0]).toMatch('Lô đất Đ')
  })

  test('what stands in the title before what only the text has', async () => {
    await publish('Thả cá trong ngày lễ', undefined, { body: paragraphs('Có nhắc đến thủy lợi ở đoạn cuối.') })
    await publish('Đầu tư thuỷ lợi cho vùng cao')
    expect(await titles('thủy lợi')).toEqual(['Đầu tư thuỷ lợi cho vùng cao', 'Thả cá trong ngày lễ'])
  })

  test('as the whole name of an author, of whom a few are looked for where many are called so, but what has a minus before it is not', async () => {
    const [author] = await Promise.all(Array.from({ length: 20 }, () => createAuthor(it, 'Quàng Thị Biên')))
    await indexMissing(it.database.db)
    const bylines = [{ authorId: author, role: 'text' }]
    for (const title of ['Mùa hoa ban', 'Mùa nước nổi']) await publish(title, undefined, { bylines })
    expect((await titles('quàng thị biên')).sort()).toEqual(['Mùa hoa ban', 'Mùa nước nổi'])
    expect(await titles('quàng thị biên -ban')).toEqual(['Mùa nước nổi'])
    expect(await titles('quàng thị biên mùa')).toHaveLength(2)
    const { named } = await readVocabulary(it.database.delivery, parseQuery('quàng thị biên'))
    expect(named).toHaveLength(8)
  })

  test('nearly, when nothing has them', async () => {
    await publish('Khánh thành cầu Xuân Giang')
    expect(await titles('cầu xuân giag')).toEqual(['Khánh thành cầu Xuân Giang'])
    expect(await titles('zzzzzzzz qqqqqq')).toEqual([])
  })
})

describe('an answer', () => {
  test('marks what was found in the text as it was written, and nothing in it is markup', async () => {
    await publish('Đường <b>Hồ & Hải</b>', undefined, { body: paragraphs(`${'Mở đầu. '.repeat(80)}Đường Hồ Hải "dài" 5 km.`) })
    const [found] = (await search('duong ho hai')).data
    expect(found.highlight.title).toBe('<mark>Đường</mark> &lt;b&gt;<mark>Hồ</mark> &amp; <mark>Hải</mark>&lt;/b&gt;')
    expect(found.highlight.text).toMatch(/^… .*<mark>Đường Hồ Hải<\/mark> &quot;dài&quot; 5 km\.$/)
  })

  test('offers the marks that the texts have', async () => {
    expect((await search('thi dua')).didYouMean).toBe('thi đua')
    expect((await search('thi đua')).didYouMean).toBeNull()
    expect((await search('thí đùa')).didYouMean).toBe('thi đua')
  })

  test('offers those of words that stand in the text alone, too', async () => {
    await publish('Một buổi sáng', undefined, { body: paragraphs(`${'Mở đầu. '.repeat(80)}Rồi mọi người xay lúa & giã gạo.`) })
    expect((await search('lua gia gao')).didYouMean).toBe('lúa giã gạo')
    expect((await search('lúa giã gạo')).didYouMean).toBeNull()
  })

  test('counts what there is, by unit, category and year, of the filters that were asked for', async () => {
    const { facets } = await search('thi dua', '&facets=true')
    expect([facets.total, facets.isMore, facets.years]).toEqual([2, false, [{ year: new Date().getFullYear(), count: 2 }]])
    expect((await search('thi dua', '&facets=true&publishedTo=2001-01-01')).facets.total).toBe(0)
    expect((await search('thi dua', '&publishedFrom=2001-01-01')).data).toHaveLength(2)
    expect((await search('thi dua')).facets).toBeUndefined()
    expect((await search('?!', '&facets=true')).facets).toMatchObject({ total: 0, units: [] })
  })

  test('goes on page by page, each article once, by fit and by date', async () => {
    for (let n = 0; n < 7; n += 1) {
      await publish(n % 2 ? `Rừng ngập mặn số ${n}` : `Bài số ${n}`, undefined, { body: paragraphs('Trồng rừng ngập mặn ven biển.') })
    }
    for (const sort of ['relevance', '-publishedAt', 'publishedAt']) {
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const answer: { data: { id: string }[]; page: { next: string | null } } = await search(
          'rừng ngập mặn',
          `&limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`,
        )
        seen.push(...answer.data.map(({ id }) => id))
        cursor = answer.page.next
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 7, 7])
    }
    // Three have it in the title, four in the text.
    const isLast = async (limit: number) => (await search('rừng ngập mặn', `&limit=${limit}`)).page.next === null
    expect([await isLast(3), await isLast(6), await isLast(7)]).toEqual([false, false, true])
    const { page } = await search('rừng ngập mặn', '&limit=2')
    expect((await search('rừng', `&limit=2&cursor=${page.next}`)).code).toBe('invalid_cursor')
  })
})

test('a cursor goes on where it said, whoever is called otherwise meanwhile; in what is asked for no more it is refused', async () => {
  const author = await createAuthor(it, 'Séo Lủng')
  await indexMissing(it.database.db)
  await publish('Chợ phiên Séo Lủng')
  await publish('Bài của người ấy', undefined, { bylines: [{ authorId: author, role: 'text' }] })
  for (const n of [1, 2]) await publish(`Nhắc lại lần ${n}`, undefined, { body: paragraphs('Về Séo Lủng.') })
  const q = 'séo lủng'
  const [inNames, inTexts] = [await search(q, '&limit=1'), await search(q, '&limit=2')]
  await it.database.db.execute(sql`UPDATE authors SET display_name = 'Séo Lùng' WHERE id = ${author}`)
  expect(await titles(q, `&cursor=${inTexts.page.next}`)).toEqual(['Nhắc lại lần 2', 'Nhắc lại lần 1'])
  expect(await search(q, `&cursor=${inNames.page.next}`)).toMatchObject({ status: 400, code: 'invalid_cursor' })
})

test('drafts and what was taken down are not found, nor is what an edition had no more', async () => {
  await createDraft(it, publisher, { title: 'Riêng bản nháp zebra' })
  const { id, version } = await publish('Bài về zebra sắp gỡ')
  expect(await titles('zebra')).toEqual(['Bài về zebra sắp gỡ'])
  await send(it, publisher, 'POST', `/articles/${id}/hold`, {}, version)
  expect(await titles('zebra')).toEqual([])
})

describe('any input is answered', () => {
  test.each([
    '',
    ' ',
    '!?…',
    '"',
    '""',
    '-',
    '- -',
    '()',
    "'",
    '\\',
    '&|!<->:*',
    '\u0301',
    '😀',
    '"-"',
    "a'b\\c:*",
    '%_',
    '<script>',
    'a'.repeat(200),
  ])('%j', async (q) => {
    for (const path of ['/search', '/search/suggest']) expect((await get(`${path}?q=${encodeURIComponent(q)}`)).status).toBe(200)
  })

  test('but for what is longer, has too many words, or is no text', async () => {
    const refused = async (path: string) => expect([path, (await get(path)).status]).toEqual([path, 400])
    for (const route of ['/search', '/search/suggest']) {
      await refused(`${route}?q=${'a'.repeat(201)}`)
      await refused(`${route}?q=${'a%20'.repeat(10_000)}`)
      await refused(route)
      await refused(`${route}?q=a&q=b`)
      await refused(`${route}?q=%00`)
    }
    await refused(`/search?q=${Array.from({ length: 17 }, (_, n) => `t${n}`).join('%20')}`)
    for (const rest of ['sort=title', 'limit=0', 'limit=101', 'facets=1', 'cursor=x', 'body=x']) await refused(`/search?q=a&${rest}`)
  })
})

test('searches that take long leave room for other reads, and all are answered', async () => {
  const holder = new pg.Client({ connectionString: it.databaseUrl })
  await holder.connect()
  await holder.query('BEGIN; LOCK TABLE published.article_terms')
  const searches = Array.from({ length: 20 }, (_, n) => search(`chờ lâu ${n}`))
  const waiting = "SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = 'published.article_terms'::regclass"
  await expect.poll(async () => (await holder.query(waiting)).rows[0].count).toBe(3)
  expect((await get('/articles?limit=7')).status).toBe(200)
  await holder.end()
  expect(new Set((await Promise.all(searches)).map(({ status }) => status))).toEqual(new Set([200]))
})
