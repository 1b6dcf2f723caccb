import { act } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { fixtureApi, template } from '../../test/fixture-api.ts'
import { token } from '../../test/fixture-content.ts'
import { readArticleBody } from '../features/articles/article-body.tsx'
import { createApiClient } from '../lib/api-client.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { SiteApp } from './app.tsx'
import { render } from './entry-server.tsx'
import { fillState, readState } from './page-state.ts'

beforeEach(() => vi.stubGlobal('scrollTo', vi.fn()))
afterEach(() => vi.unstubAllGlobals())

/** Opens a page as a browser does: the server's answer, then the application on top of it. Answers what was asked of the API meanwhile. */
async function open(url: string): Promise<string[]> {
  const { html } = await render({ url, fetch: fixtureApi().fetch, template })
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
  '/tac-gia/le-minh-hanh',
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
