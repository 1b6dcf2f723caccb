import { act, render as renderInBrowser } from '@testing-library/react'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { fixtureApi, type Overrides, template } from '../../test/fixture-api.ts'
import { opinion, preview, token } from '../../test/fixture-content.ts'
import type { PageViews } from '../features/analytics/page-views.ts'
import { createApiClient } from '../lib/api-client.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { SiteApp } from './app.tsx'
import { render } from './entry-server.tsx'

const page = (url: string, overrides?: Overrides) => render({ url, fetch: fixtureApi(overrides).fetch, template })
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const main = (html: string) => parse(html).querySelector('main')?.textContent ?? ''

afterEach(() => vi.unstubAllGlobals())

describe.each(['/xem-truoc', '/en/xem-truoc', '/y-kien', '/en/y-kien'])('%s', (place) => {
  test('names its secret in no canonical address, no alternate, no Open Graph, and asks searches to leave it', async () => {
    const { status, html } = await page(`${place}/${token}`)
    expect(status).toBe(200)
    const { head } = parse(html)
    expect(head.innerHTML).not.toContain(token)
    expect(head.querySelector('link[rel="canonical"], link[rel="alternate"], meta[property]')).toBeNull()
    expect(head.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex')
  })

  test('sends the text once, as it is laid out for readers', async () => {
    const { html } = await page(`${place}/${token}`)
    expect(html.split('Đoạn &lt;một&gt; &amp; hai').length - 1).toBe(1)
    expect(parse(html).querySelector('[data-article-body] h2')?.textContent).toBe('Mục')
    expect(parse(html).querySelector('main h1')?.textContent).toBe(preview.title)
  })

  test('is a page not found where the link opens nothing, and says what may be the matter', async () => {
    const { status, html } = await page(`${place}/${'a'.repeat(43)}`)
    const title = place.startsWith('/en') ? 'This link does not open' : 'Đường dẫn này không mở được'
    expect([status, parse(html).querySelector('h1')?.textContent]).toEqual([404, title])
    expect(parse(html).title).toContain(title)
  })

  test('counts no view', async () => {
    history.replaceState(null, '', `${place}/${token}`)
    vi.stubGlobal('scrollTo', vi.fn())
    const report = vi.fn()
    const pageViews: PageViews = { current: () => 1, subscribe: () => () => undefined, report, stop: () => undefined }
    const client = createQueryClient(createApiClient({ fetch: fixtureApi().fetch }))
    onTestFinished(() => client.clear())
    const { findByRole, unmount } = renderInBrowser(<SiteApp client={client} pageViews={pageViews} />)
    await findByRole('heading', { level: 1, name: /Tổng kết thi đua/ })
    expect(report).not.toHaveBeenCalled()
    await act(async () => unmount())
  })
})

describe('a preview', () => {
  test('says first that it is one, that it is not published, and until when it can be opened', async () => {
    const words = main((await page(`/xem-truoc/${token}`)).html)
    expect(words).toMatch(/^Bản xem trước · chưa đăng/)
    expect(words).toContain('Đường dẫn hết hạn: Thứ ba, 04/01/2022, 07:05.')
    expect(words).toContain('Bản lưu số 3')
    expect(main((await page(`/en/xem-truoc/${token}`)).html)).toMatch(/^Preview · not published/)
  })

  test.each([
    ['none', 'published', 'đang đăng'],
    ['none', 'held', 'hiện không đăng'],
    ['scheduled', 'none', 'chưa đăng'],
    ['draft', 'published', 'chưa đăng'],
  ] as const)('of a text in the states %s, %s says: %s', async (workState, publicState, said) => {
    const overrides = { [`/previews/${token}`]: { ...preview, workState, publicState } }
    expect(main((await page(`/xem-truoc/${token}`, overrides)).html)).toMatch(new RegExp(`^Bản xem trước · ${said}Chỉ`))
  })
})

describe('an opinion', () => {
  test('says who asks whom and until when, and can be read but not answered without JavaScript', async () => {
    const { html } = await page(`/y-kien/${token}`)
    expect(main(html)).toContain('Trần Minh xin ý kiến của Bà Lê Thị Đọc về bài dưới đây.')
    expect(main(html)).toContain('Hạn trả lời: Thứ sáu, 31/12/2021, 07:05.')
    expect(parse(html).querySelector('form fieldset')?.hasAttribute('disabled')).toBe(true)
    expect(parse(html).querySelector('noscript')?.textContent).toContain('JavaScript')
  })

  test('that was answered shows the answer and no form', async () => {
    const answered = { ...opinion, answer: 'change', text: 'Sửa 14 thành 15.', answeredAt: '2021-12-29T08:00:00.000+07:00' }
    const { html } = await page(`/y-kien/${token}`, { [`/opinions/${token}`]: answered })
    expect(main(html)).toContain('Đề nghị sửaSửa 14 thành 15.Trả lời lúc: Thứ tư, 29/12/2021, 08:00')
    expect(parse(html).querySelector('main form')).toBeNull()
  })
})
