import type { Emulation } from '@bantin/shared/blocs'
import type { Unit, UnitStub, WonAward } from '@bantin/shared/units'
import { fireEvent, render as renderInBrowser } from '@testing-library/react'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { fixtureApi, type Overrides, template } from '../../test/fixture-api.ts'
import { content } from '../../test/fixture-content.ts'
import { createApiClient } from '../lib/api-client.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { SiteApp } from './app.tsx'
import { render } from './entry-server.tsx'

const department = content['/units/so-noi-vu'] as Unit
const stub = (slug: string, name: string): UnitStub => ({
  id: slug,
  slug,
  name,
  shortName: null,
  url: `http://localhost:3000/don-vi/${slug}`,
})
const blocStub = stub('khoi', 'Khối Thi đua')
const award: WonAward = {
  year: 2021,
  bloc: blocStub,
  title: 'Cờ thi đua',
  authority: 'Chủ tịch Uỷ ban nhân dân tỉnh',
  decisionNo: '5/QĐ-UBND',
  on: '2022-02-01',
  status: 'decided',
}
const bloc: Unit = { ...department, ...blocStub, kind: 'bloc', closedOn: null, successors: [], emulationYears: [2022, 2021, 2019] }
const result = (name: string, rank: number | null, final: number | null) => ({
  unit: stub(name.toLowerCase().replaceAll(' ', '-'), name),
  self: null,
  bloc: final,
  final,
  rank,
  note: rank === null ? 'Chưa đủ điều kiện' : null,
})
const emulation: Emulation = {
  year: 2021,
  legalBasis: 'Quy chế 1',
  results: [result('Don vi A', 1, 98.5), result('Don vi B', 1, 98.5), result('Don vi C', 3, 97.25), result('Don vi D', null, null)],
  awards: [
    { ...award, unit: stub('don-vi-a', 'Don vi A'), person: null },
    { ...award, unit: null, person: { ...stub('tran-an', 'Trần An') }, title: 'Bằng khen', status: 'revoked' },
  ],
}
const answers: Overrides = {
  '/units/khoi': bloc,
  ...Object.fromEntries([2022, 2021, 2019].map((year) => [`/units/khoi/emulation/${year}`, { ...emulation, year }])),
}

async function open(url: string, overrides: Overrides = {}) {
  const { fetch, asked } = fixtureApi(overrides)
  const { status, html } = await render({ url, fetch, template })
  const document = new DOMParser().parseFromString(html, 'text/html')
  return { status, document, main: document.querySelector('main') as HTMLElement, asked }
}
const textsOf = (within: Element | null, selector: string) => [...(within?.querySelectorAll(selector) ?? [])].map((one) => one.textContent)
const hrefs = (main: HTMLElement, text: string) =>
  [...main.querySelectorAll('a')].filter((one) => one.textContent === text).map((one) => one.getAttribute('href'))

afterEach(() => vi.unstubAllGlobals())

describe('a unit on a day', () => {
  test('is asked for by a form that works by itself, says the day, and leads to the units of that day and back to today', async () => {
    const { main, document, asked } = await open('/don-vi/so-noi-vu?ngay=2021-12-28')
    expect(asked).toContain('/units/so-noi-vu?asOf=2021-12-28')
    expect(main.querySelector('header')?.textContent).toContain('Thông tin tại ngày 28/12/2021.')
    expect(hrefs(main, 'Xem thông tin hiện nay')).toEqual(['/don-vi/so-noi-vu'])
    expect(hrefs(main, 'Đơn vị 2')).toEqual(['/don-vi/don-vi-2?ngay=2021-12-28'])
    // What came after it need not have been there on that day.
    expect(hrefs(main.querySelector('header') as HTMLElement, 'Đơn vị 1')).toEqual(['/don-vi/don-vi-1'])
    // How it was reached then nobody knows.
    expect(main.textContent).not.toContain('noivu@')
    const form = main.querySelector('form')
    expect([form?.getAttribute('action'), form?.getAttribute('method')]).toEqual(['/don-vi/so-noi-vu', null])
    expect(form?.querySelector('input')?.outerHTML).toMatch(/type="date".*name="ngay".*value="2021-12-28"/)
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe('http://localhost:3000/don-vi/so-noi-vu')
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex')
    const english = await open('/en/don-vi/so-noi-vu?ngay=2021-12-28')
    expect(english.main.querySelector('header')?.textContent).toContain('As on 28 December 2021.')
    expect(english.main.querySelector('form')?.getAttribute('action')).toBe('/en/don-vi/so-noi-vu')
  })

  test.each(['', '?ngay=', '?ngay=2021-02-30', '?ngay=hom-nay', '?nam=x'])(
    'is that of today with "%s", and found by searches',
    async (query) => {
      const { main, document, asked } = await open(`/don-vi/so-noi-vu${query}`)
      expect(asked).toContain('/units/so-noi-vu')
      expect(main.querySelector('header')?.textContent).not.toContain('Thông tin tại ngày')
      expect(document.querySelector('meta[name="robots"]')).toBeNull()
    },
  )

  test('says from when on it is there where it is not yet, and lists of sixty posts the first, the others behind a line', async () => {
    const posts = Array.from({ length: 60 }, (_, n) => ({
      ...(department.posts[0] as Unit['posts'][number]),
      id: String(n),
      name: `Trưởng phòng ${n}`,
    }))
    const early = await open('/don-vi/so-noi-vu?ngay=1990-01-01', {
      '/units/so-noi-vu': { ...department, names: department.names.slice(1), posts },
    })
    expect(early.main.querySelector('header')?.textContent).toContain('Đơn vị hoạt động từ ngày 01/01/2005.')
    expect(textsOf(early.main, 'summary')).toEqual(['Xem thêm 48 mục'])
    expect(textsOf(early.main.querySelector('details'), 'li')).toHaveLength(48)
    const later = await open('/don-vi/so-noi-vu?ngay=2005-01-01', {
      '/units/so-noi-vu': { ...department, names: department.names.slice(1) },
    })
    expect(later.main.querySelector('header')?.textContent).not.toContain('Đơn vị hoạt động')
  })
})

describe('a bloc', () => {
  test('shows the results of its last year, those that share a rank under the same, and what was awarded, revoked or not', async () => {
    const { main, asked } = await open('/don-vi/khoi', answers)
    expect(asked).toContain('/units/khoi/emulation/2022')
    expect(textsOf(main, '#results')).toEqual(['Kết quả thi đua năm 2022'])
    // No member gave itself a score: there is no column of them.
    expect(textsOf(main, 'thead th')).toEqual(['Hạng', 'Đơn vị', 'Khối chấm', 'Kết quả'])
    const rows = [...main.querySelectorAll('tbody tr')].map((row) => textsOf(row, 'td, th a').join(' '))
    expect(rows).toEqual(['1 Don vi A 98,5 98,5', '1 Don vi B 98,5 98,5', '3 Don vi C 97,25 97,25', '– Don vi D – –'])
    const said = main.querySelector('#ket-qua')?.textContent
    expect(said).toContain('Don vi A: Cờ thi đuaQuyết định số 5/QĐ-UBND ngày 01/02/2022, Chủ tịch Uỷ ban nhân dân tỉnh')
    expect(said).toContain('Trần An: Bằng khen (đã huỷ bỏ)')
    expect(hrefs(main, '2019')).toEqual(['/don-vi/khoi?nam=2019'])
  })

  test.each([
    ['?nam=2019', 2019],
    ['?nam=2020', 2022],
    ['?ngay=2021-12-28', 2021],
    ['?ngay=2020-12-28', 2019],
    ['?ngay=1990-01-01', 2022],
    ['?ngay=2021-12-28&nam=2022', 2022],
  ])('%s shows the year %i', async (query, year) => {
    const { main, asked } = await open(`/don-vi/khoi${query}`, answers)
    expect(asked.filter((path) => path.includes('emulation'))).toEqual([`/units/khoi/emulation/${year}`])
    expect(textsOf(main, '#results')).toEqual([`Kết quả thi đua năm ${year}`])
  })

  test('of which nothing is decided has no part for results, and one whose results cannot be read is a page all the same', async () => {
    const none = await open('/don-vi/khoi', { '/units/khoi': { ...bloc, emulationYears: [] } })
    expect([none.status, none.main.querySelector('#ket-qua')]).toEqual([200, null])
    const broken = await open('/don-vi/khoi', { ...answers, '/units/khoi/emulation/2022': 503 })
    expect([broken.status, broken.main.querySelector('h1')?.textContent]).toEqual([200, 'Khối Thi đua'])
  })
})

test.each([
  ['/don-vi/so-noi-vu', '/units/so-noi-vu'],
  ['/nguoi/tran-an', '/people/tran-an'],
])('%s says what was won, by whose decision, and leads to the results of that year', async (url, path) => {
  const { main } = await open(url, { [path]: { ...(content[path] as object), awards: [award] } })
  expect(main.textContent).toContain('Cờ thi đua năm 2021Quyết định số 5/QĐ-UBND ngày 01/02/2022, Chủ tịch Uỷ ban nhân dân tỉnh')
  expect(hrefs(main, 'năm 2021')).toEqual(['/don-vi/khoi?nam=2021'])
})

test('all units are a tree, and are found by name or code, with or without marks, as somebody types', async () => {
  const { main } = await open('/don-vi')
  expect(textsOf(main, 'section li > a')).toEqual(['Sở Nội vụ', 'Đơn vị 1', 'Đơn vị 2'])
  history.replaceState(null, '', '/don-vi')
  vi.stubGlobal('scrollTo', vi.fn())
  const client = createQueryClient(createApiClient({ fetch: fixtureApi().fetch }))
  onTestFinished(() => client.clear())
  const { container, findByLabelText } = renderInBrowser(<SiteApp client={client} />)
  const field = await findByLabelText('Tìm theo tên hoặc mã đơn vị')
  const found = (text: string) => {
    fireEvent.input(field, { target: { value: text } })
    return [...textsOf(container, 'main ul li > a'), ...textsOf(container, 'main [role="status"]')]
  }
  const all = found('')
  expect(found('noi vu')).toEqual(['Sở Nội vụ', '1 đơn vị phù hợp.'])
  expect(found('ĐƠN VỊ 1')).toEqual(['Đơn vị 1', '1 đơn vị phù hợp.'])
  expect(found('h01')).toEqual(['Sở Nội vụ', 'Đơn vị 1', 'Đơn vị 2', '3 đơn vị phù hợp.'])
  expect(found('khong co')).toEqual(['Không có đơn vị nào phù hợp.'])
  expect(found(' ')).toEqual(all)
})
