import { describe, expect, test } from 'vitest'
import { FixtureProblem, fixtureApi, type Overrides, template } from '../../test/fixture-api.ts'
import { searchResults } from '../../test/fixture-content.ts'
import { render } from './entry-server.tsx'

/** A page as the server sends it, and what it asked of the search. */
async function open(url: string, overrides?: Overrides) {
  const { fetch, asked } = fixtureApi(overrides)
  const answer = await render({ url, fetch, template })
  const document = new DOMParser().parseFromString(answer.html, 'text/html')
  const queries = asked
    .filter((path) => path.startsWith('/search'))
    .map((path) => Object.fromEntries(new URLSearchParams(path.split('?')[1])))
  return { ...answer, document, main: document.querySelector('main') as HTMLElement, queries, asked }
}

/** Where the link with this text or label leads, decoded. */
function hrefOf(main: HTMLElement, name: string): string | undefined {
  const links = [...main.querySelectorAll('a')]
  const link = links.find((one) => (one.getAttribute('aria-label') ?? one.textContent)?.startsWith(name))
  return link && decodeURIComponent(link.getAttribute('href') ?? '').replaceAll('+', ' ')
}

const nothingFound = { ...searchResults, data: [], page: { next: null }, didYouMean: null }
const noFacets = { total: 0, isMore: false, units: [], categories: [], years: [] }

describe('the search page', () => {
  test('shows what was asked for and found, marked, with unit, category and date, out of one request', async () => {
    const { status, document, main, queries } = await open('/tim-kiem?q=%20thi+%C4%91ua%20&fbclid=1')
    expect([status, document.title]).toEqual([200, 'thi đua - Tìm kiếm | Cổng thông tin tỉnh'])
    expect(queries).toEqual([{ q: 'thi đua', limit: '12', facets: 'true' }])
    expect(main.querySelector<HTMLInputElement>('input[name="q"]')?.getAttribute('value')).toBe('thi đua')
    expect(main.querySelector('[role="status"]')?.textContent).toBe('Tìm thấy 1.234 bài.')
    const [first, second] = main.querySelectorAll('article')
    expect(first?.querySelector('h2 a')?.innerHTML).toContain('<mark>Thi đua</mark> số 0 &lt;b&gt;')
    // Only the title was found of the first: its sapo says what it is about.
    expect(first?.textContent).toContain('Sapo có dấu')
    expect(second?.querySelectorAll('mark')).toHaveLength(2)
    expect(second?.textContent).not.toContain('Sapo có dấu')
    for (const part of ['Thời sự', 'Sở Nội vụ', '28/12/2021']) expect(second?.textContent).toContain(part)
  })

  test('is in no search, has no canonical address, and is mirrored with all that is asked for', async () => {
    for (const url of ['/tim-kiem', '/tim-kiem?q=a&don-vi=so-noi-vu']) {
      const { document } = await open(url)
      expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex')
      expect(document.querySelector('link[rel="canonical"], link[hreflang], meta[property="og:url"]')).toBeNull()
      expect(document.querySelector('header a[lang="en"]')?.getAttribute('href')).toBe(`/en${url}`)
    }
    const english = await open('/en/tim-kiem?q=a')
    expect(english.main.querySelector('form')?.getAttribute('action')).toBe('/en/tim-kiem')
    expect(english.main.textContent).toContain('1,234 articles found.')
  })

  test('asks by every filter that means something, and by no other', async () => {
    const all = await open('/tim-kiem?q=a&don-vi=so-noi-vu&chuyen-muc=thoi-su&nam=2021&sap-xep=cu-nhat&sau=x-_1')
    const asked = { q: 'a', limit: '12', facets: 'true' }
    expect(all.queries).toEqual([
      {
        ...asked,
        ...{ unit: 'so-noi-vu', category: 'thoi-su', publishedFrom: '2021-01-01', publishedTo: '2021-12-31' },
        ...{ sort: 'publishedAt', cursor: 'x-_1' },
      },
    ])
    const days = await open('/tim-kiem?q=a&tu=2020-02-29&den=2021-02-28&nam=2019&sap-xep=moi-nhat')
    expect(days.queries).toEqual([{ ...asked, publishedFrom: '2020-02-29', publishedTo: '2021-02-28', sort: '-publishedAt' }])
    const none = await open(`/tim-kiem?q=a&don-vi=A_b&chuyen-muc=&nam=x&tu=2021-02-29&den=hom-nay&sap-xep=x&sau=${'a'.repeat(401)}`)
    expect(none.queries).toEqual([asked])
  })

  test('narrows by links and takes back by links; the words and the order stay, the page begins anew', async () => {
    const { main } = await open('/tim-kiem?q=a+%26+b&nam=2021&sap-xep=moi-nhat&sau=x')
    expect(hrefOf(main, 'Sở Nội vụ 1.200')).toBe('/tim-kiem?q=a & b&don-vi=so-noi-vu&nam=2021&sap-xep=moi-nhat')
    expect(hrefOf(main, '2022 34')).toBe('/tim-kiem?q=a & b&nam=2022&sap-xep=moi-nhat')
    expect(hrefOf(main, '2021 1.200')).toBe('/tim-kiem?q=a & b&sap-xep=moi-nhat')
    expect(hrefOf(main, 'Bỏ lọc: Năm 2021')).toBe('/tim-kiem?q=a & b&sap-xep=moi-nhat')
    expect(hrefOf(main, 'Trang sau')).toBe('/tim-kiem?q=a & b&nam=2021&sap-xep=moi-nhat&sau=con-tro')
    expect(hrefOf(main, 'Về trang đầu')).toBe('/tim-kiem?q=a & b&nam=2021&sap-xep=moi-nhat')
    expect(hrefOf(main, 'Phù hợp nhất')).toBe('/tim-kiem?q=a & b&nam=2021')
    expect(hrefOf(main, 'thi đua "khen"')).toBe('/tim-kiem?q=thi đua "khen" & thưởng&nam=2021&sap-xep=moi-nhat')
    expect(main.querySelector('details summary + ul')?.textContent).toContain('Đơn vị 7')
    const days = await open('/tim-kiem?q=a&tu=2021-01-01&den=2021-02-01')
    expect(hrefOf(days.main, '2022 34')).toBe('/tim-kiem?q=a&nam=2022')
    expect(hrefOf(days.main, 'Bỏ lọc: Từ 01/01/2021')).toBe('/tim-kiem?q=a&den=2021-02-01')
    expect(hrefOf(days.main, 'Bỏ mọi bộ lọc')).toBe('/tim-kiem?q=a')
  })

  test('keeps what narrows when new words are asked for without JavaScript', async () => {
    const { main } = await open('/tim-kiem?q=a&don-vi=so-noi-vu&nam=2021&sap-xep=moi-nhat&sau=x')
    const fields = [...main.querySelectorAll<HTMLInputElement>('form input')].map((field) => [
      field.name,
      field.getAttribute('value') ?? '',
    ])
    expect(Object.fromEntries(fields)).toEqual({ q: 'a', 'don-vi': 'so-noi-vu', nam: '2021', 'sap-xep': 'moi-nhat', tu: '', den: '' })
  })

  test('says of more than is counted that it is more', async () => {
    const facets = { ...searchResults.facets, total: 10_000, isMore: true }
    const { main } = await open('/tim-kiem?q=a', { '/search': { ...searchResults, facets } })
    expect(main.querySelector('[role="status"]')?.textContent).toBe('Tìm thấy 10.000+ bài.')
  })
})

describe('a search that finds nothing', () => {
  test('says so, advises, and names what narrows it by its name', async () => {
    const { status, main, asked } = await open('/tim-kiem?q=a&don-vi=so-noi-vu', { '/search': { ...nothingFound, facets: noFacets } })
    expect([status, main.querySelector('[role="status"]')?.textContent]).toEqual([200, 'Không tìm thấy bài nào.'])
    expect(main.textContent).toContain('Kiểm tra lại chính tả.')
    expect(hrefOf(main, 'Bỏ lọc: Sở Nội vụ')).toBe('/tim-kiem?q=a')
    expect(asked).toContain('/units/so-noi-vu')
  })

  test('but something alike says that it is only alike', async () => {
    const { main } = await open('/tim-kiem?q=thu+dua', { '/search': { ...searchResults, facets: noFacets } })
    expect(main.querySelector('[role="status"]')?.textContent).toContain('Không có bài nào chứa đủ các từ này.')
    expect(main.querySelectorAll('article').length).toBeGreaterThan(0)
  })

  test('next to nothing has what is only alike apart, below', async () => {
    const [one] = searchResults.data
    const two = [one, { ...one, id: '01900000-0000-7000-8000-0000000000ff', slug: 'gan-giong', title: 'Gần giống' }]
    const { main } = await open('/tim-kiem?q=a', { '/search': { ...searchResults, data: two, facets: { ...noFacets, total: 1 } } })
    expect(main.querySelector('[role="status"]')?.textContent).toBe('Tìm thấy 1 bài.')
    const lists = [...main.querySelectorAll('ul:has(article)')]
    expect(lists.map((list) => list.querySelectorAll('article').length)).toEqual([1, 1])
    expect(lists[1]?.previousElementSibling?.textContent).toBe('Bài có tên gần giống:')
  })

  test('because it has no word says what a search takes', async () => {
    for (const q of ['%3F%3F', '-khen', '%22-%22']) {
      const { main } = await open(`/tim-kiem?q=${q}`, { '/search': { ...nothingFound, facets: noFacets } })
      expect([q, main.querySelector('[role="status"]')?.textContent]).toEqual([q, 'Hãy gõ ít nhất một từ hoặc một số.'])
      expect(main.textContent).toContain('Gõ có dấu hay không dấu')
    }
  })
})

describe('a search that is not answered', () => {
  test('nothing asked for: the box and how to search, and no request', async () => {
    for (const url of ['/tim-kiem', '/tim-kiem?q=+%00', '/tim-kiem?don-vi=so-noi-vu']) {
      const { status, main, queries, document } = await open(url)
      expect([url, status, queries, document.title]).toEqual([url, 200, [], 'Tìm kiếm | Cổng thông tin tỉnh'])
      expect(main.textContent).toContain('Gõ có dấu hay không dấu')
    }
  })

  test('too much asked for: 400, said kindly, with what was asked still in the box', async () => {
    const long = await open(`/tim-kiem?q=${'ă'.repeat(300)}`)
    expect([long.status, long.queries]).toEqual([400, []])
    expect(long.main.textContent).toContain('nhiều nhất 200 ký tự')
    const refusal = new FixtureProblem({ status: 400, code: 'invalid_request' })
    const many = await open('/tim-kiem?q=mot+hai', { '/search': refusal })
    expect([many.status, many.main.querySelector('[role="status"]')?.textContent]).toEqual([
      400,
      expect.stringContaining('nhiều nhất 16 từ'),
    ])
    expect(many.main.querySelector('input[name="q"]')?.getAttribute('value')).toBe('mot hai')
  })

  test('a cursor that is none begins the same search anew', async () => {
    const answer = await open('/tim-kiem?q=a+b&nam=2021&sau=x', { '/search': 400 })
    expect(answer).toMatchObject({ status: 302, headers: { location: '/tim-kiem?q=a+b&nam=2021' } })
  })

  test('a search that cannot be made: 503, and the same search can be tried again', async () => {
    const { status, main } = await open('/tim-kiem?q=a%22b', { '/search': 503 })
    expect([status, main.querySelector('a')?.getAttribute('href')]).toEqual([503, '/tim-kiem?q=a%22b'])
  })
})

test('every other page has a box in its head that is a plain form, and for narrow screens the way to the page', async () => {
  for (const [url, action] of [
    ['/', '/tim-kiem'],
    ['/en/don-vi', '/en/tim-kiem'],
    ['/khong-co', '/tim-kiem'],
  ] as const) {
    const { document } = await open(url)
    const form = document.querySelector('header form[role="search"]')
    expect([url, form?.getAttribute('action'), form?.querySelector('input')?.name]).toEqual([url, action, 'q'])
    expect(document.querySelector(`header a[href="${action}"]`)).not.toBeNull()
    const link = document.querySelector('link[rel="search"]')
    expect(link?.getAttribute('href')).toBe('http://localhost:3000/opensearch.xml')
  }
  expect((await open('/tim-kiem')).document.querySelector('header form')).toBeNull()
})
