import { act } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { fixtureApi, type Overrides, template } from '../../test/fixture-api.ts'
import { article, token } from '../../test/fixture-content.ts'
import { readArticleBody } from '../features/articles/article-body.tsx'
import { createApiClient } from '../lib/api-client.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { SiteApp } from './app.tsx'
import { render } from './entry-server.tsx'
import { fillState, readState } from './page-state.ts'

beforeEach(() => vi.stubGlobal('scrollTo', vi.fn()))
afterEach(() => vi.unstubAllGlobals())

/** Opens a page as a browser does: the server's answer, then the application on top of it. Answers what was asked of the API meanwhile. */
async function open(url: string, overrides?: Overrides): Promise<string[]> {
  const { html } = await render({ url, fetch: fixtureApi(overrides).fetch, template })
  history.replaceState(null, '', url)
  const sent = new DOMParser().parseFromString(html, 'text/html')
  document.body.innerHTML = sent.body.innerHTML
  const { fetch, asked } = fixtureApi()
  const client = createQueryClient(createApiClient({ fetch }))
  fillState(client, readState(document) ?? [], readArticleBody(document))
  const onRecoverableError = vi.fn()
  const root = await act(async () =>
    hydrateRoot(document.getElementById('root') as HTMLElement, <SiteApp client={client} />, { onRecoverableError }),
  )
  onTestFinished(async () => {
    await act(async () => root.unmount())
    client.clear()
  })
  expect(onRecoverableError).not.toHaveBeenCalled()
  return asked
}

// React's development build runs here: it says on the console what the server and the browser would render differently, which fails the test.
test.each([
  '/',
  '/bai-viet/tong-ket-thi-dua',
  '/chuyen-muc/thoi-su',
  '/chuyen-muc/thoi-su?sau=abc',
  '/the/cai-cach',
  '/don-vi',
  '/don-vi/so-noi-vu',
  '/en/don-vi/so-noi-vu?ngay=2021-12-28&nam=2021',
  '/thong-ke',
  '/en/thong-ke',
  '/nguoi/tran-an',
  '/tac-gia/le-minh-hanh',
  '/tim-kiem',
  '/tim-kiem?q=thi%20%C4%91ua+%2525&don-vi=so-noi-vu&chuyen-muc=thoi-su&nam=2021&sap-xep=moi-nhat&sau=abc',
  '/en/tim-kiem?q=%E0%A4%A%00%0D%0A%22%3Cb%3E&tu=2021-01-01&den=2021-02-30',
  `/tim-kiem?q=${'a'.repeat(300)}`,
  '/khong-co',
  '/bai-viet/khong-co',
  '/en',
  '/en/bai-viet/tong-ket-thi-dua',
  `/xem-truoc/${token}`,
  `/en/xem-truoc/${token}`,
  `/xem-truoc/${'a'.repeat(43)}`,
  `/y-kien/${'a'.repeat(43)}`,
])('%s is taken over as it was sent, and asks nothing again', async (url) => {
  const sent = (await render({ url, fetch: fixtureApi().fetch, template })).html
  expect(await open(url)).toEqual([])
  const main = new DOMParser().parseFromString(sent, 'text/html').querySelector('main')
  expect(document.querySelector('main')?.innerHTML).toBe(main?.innerHTML)
})

test('an article opened under an old slug in the browser comes to stand under the current one, without another request', async () => {
  const asked = await open('/chuyen-muc/thoi-su')
  await act(async () => history.pushState(null, '', '/bai-viet/ten-cu'))
  await vi.waitFor(() => expect(location.pathname).toBe('/bai-viet/tong-ket-thi-dua'))
  expect(document.querySelector('h1')?.textContent).toContain('Tổng kết thi đua')
  expect(asked.filter((path) => path.startsWith('/articles/'))).toEqual(['/articles/ten-cu'])
})

test('a text with figures, tables, recordings and lists is taken over as it was sent, by the browser’s own writing of it', async () => {
  const picture =
    '<img src="/m/1.jpg?a=1&amp;b=2" srcset="/m/1.webp 320w" sizes="100vw" width="320" height="180" alt="it&#39;s" loading="lazy">'
  const bodyHtml = [
    `<figure>${picture}<figcaption>Chú thích <small>Nguồn</small></figcaption></figure>`,
    '<table><tr><th colspan="2">Năm</th></tr><tr><td>2020</td><td>2021</td></tr></table>',
    '<figure><audio controls preload="none" src="/m/1/file.mp3"></audio><figcaption>Nghe</figcaption></figure>',
    '<ol start="3"><li>Một<ul><li>Hai</li></ul></li></ol>\n<hr>',
  ].join('\n')
  expect(await open('/bai-viet/tong-ket-thi-dua', { '/articles/tong-ket-thi-dua': { ...article, bodyHtml } })).toEqual([])
  const text = document.querySelector('[data-article-body]')
  expect([text?.querySelectorAll('img, audio, li').length, text?.querySelectorAll('[role="group"] > table').length]).toEqual([4, 1])
})
