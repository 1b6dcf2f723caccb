import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { escapeHtml } from '@bantin/shared/body/escape-html'
import { problems } from '@bantin/shared/errors'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import type { Rendered, WebBuild } from './web-build.ts'

let it: TestApp
let rendered: Rendered
let asked: Parameters<WebBuild['render']>[0][]
const logged: string[] = []
const clientDir = mkdtempSync(join(tmpdir(), 'bantin-client-'))

beforeAll(async () => {
  mkdirSync(join(clientDir, 'assets'), { recursive: true })
  writeFileSync(join(clientDir, 'index.html'), '<template>')
  writeFileSync(join(clientDir, 'assets/site-abc.js'), 'plain')
  writeFileSync(join(clientDir, 'assets/site-abc.js.br'), 'packed')
  writeFileSync(join(clientDir, 'favicon.svg'), '<svg/>')
  const render: WebBuild['render'] = async (request) => {
    asked.push(request)
    return rendered
  }
  const stream = { write: (line: string) => logged.push(line) }
  it = await createTestApp(
    { publicUrl: 'https://tin.example.gov.vn' },
    { web: { clientDir, template: '<template>', desk: '<desk>', render }, logger: { level: 'error', stream } },
  )
})
afterAll(async () => {
  await it.close()
  rmSync(clientDir, { recursive: true })
})
beforeEach(() => {
  asked = []
  rendered = { status: 200, html: '<p>Bản tin</p>' }
})

const get = (url: string, headers: Record<string, string> = {}) => it.app.inject({ url, headers })

test('a page is what the web makes of the address and of our own API', async () => {
  const answer = await get('/bai-viet/a?fbclid=1')
  expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([200, 'text/html; charset=utf-8', '<p>Bản tin</p>'])
  expect(asked).toMatchObject([{ url: '/bai-viet/a?fbclid=1', template: '<template>' }])
  const site = await asked[0]?.fetch('/api/v1/site')
  expect(await site?.json()).toMatchObject({ url: 'https://tin.example.gov.vn' })
})

test('a parameter that no page knows is ignored, also where it is no text', async () => {
  expect((await get('/?x=%00&y=%ff')).statusCode).toBe(200)
})

test('a page goes out under the strict policy, kept for seconds; what may be gone tomorrow is kept nowhere', async () => {
  const { headers } = await get('/')
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https://tin.example.gov.vn; font-src 'self'; " +
      "connect-src 'self'; media-src 'self' https://tin.example.gov.vn; manifest-src 'self'; " +
      "frame-src https://www.youtube-nocookie.com https://player.vimeo.com; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types bantin",
  )
  expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=10')
  for (const status of [404, 410, 503]) {
    rendered = { status, html: 'x' }
    const answer = await get('/')
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([status, 'no-store'])
  }
})

test.each(['/xem-truoc/', '/en/xem-truoc/', '/y-kien/', '/en/y-kien/'])(
  'a page below %s is kept nowhere, in no search, and its address is told to nobody, whatever becomes of it',
  async (place) => {
    for (const status of [200, 308, 404, 503]) {
      rendered = { status, html: 'x', headers: status === 308 ? { location: '/' } : {} }
      const { headers } = await get(`${place}${'a'.repeat(43)}?fbclid=1`)
      const said = ['cache-control', 'x-robots-tag', 'referrer-policy', 'link'].map((name) => headers[name])
      expect([status, said]).toEqual([status, ['no-store', 'noindex', 'no-referrer', undefined]])
      const framed = place.includes('xem-truoc') ? "frame-ancestors 'self'" : "frame-ancestors 'none'"
      expect(headers['content-security-policy']).toContain(framed)
    }
  },
)

test('a redirect has no body; a failure goes to the log with its request, not to the reader', async () => {
  rendered = { status: 308, html: '', headers: { location: '/bai-viet/b' } }
  const moved = await get('/bai-viet/a')
  expect([moved.statusCode, moved.headers.location, moved.body]).toEqual([308, '/bai-viet/b', ''])
  rendered = { status: 503, html: 'busy', failure: new Error('the database is away') }
  const failed = await get('/')
  expect(failed.body).toBe('busy')
  expect(logged.join('')).toContain('the database is away')
  expect(logged.join('')).toContain(String(failed.headers['x-request-id']))
})

test('a page travels in the smallest form that the browser takes', async () => {
  const brotli = await get('/', { 'accept-encoding': 'gzip, deflate, br' })
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(rendered.html)
  const gzip = await get('/', { 'accept-encoding': 'gzip, br;q=0' })
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(rendered.html)
  expect([brotli, gzip, await get('/')].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
})

test('what only machines ask is answered as the API does, and only reading is answered', async () => {
  for (const url of ['/api', '/api/v1/khong', '/assets/khong.js', '/media/x', '/.well-known/khong']) {
    const answer = await get(url)
    expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 404, 'application/problem+json; charset=utf-8'])
  }
  expect((await it.app.inject({ method: 'POST', url: '/bai-viet/a' })).statusCode).toBe(404)
  expect(asked).toEqual([])
})

test('the editors’ application stands at its addresses alone, for no search and under its own policy', async () => {
  for (const url of ['/ban-bien-tap', '/ban-bien-tap/bai/1', '/dang-nhap', '/dang-nhap/mat-khau']) {
    const { body, headers } = await get(url)
    expect([body, headers['x-robots-tag'], headers['cache-control']]).toEqual(['<desk>', 'noindex', 'no-cache'])
    expect(headers['content-security-policy']).toContain('trusted-types ProseMirrorClipboard bantin')
    expect(headers['content-security-policy']).toContain("img-src 'self' data: blob: https://tin.example.gov.vn")
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  }
  expect(asked).toEqual([])
})

test('files with a hash never change, others are asked for again; pages are no files, packed forms no addresses', async () => {
  const script = await get('/assets/site-abc.js', { 'accept-encoding': 'br' })
  expect([script.body, script.headers['content-encoding']]).toEqual(['packed', 'br'])
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await get('/assets/site-abc.js')).body).toBe('plain')
  expect((await get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600')
  expect((await get('/index.html')).body).toBe(rendered.html)
  expect((await get('/assets/site-abc.js.br')).statusCode).toBe(404)
})

test('every problem code has its place on the page that problem answers point to', async () => {
  const { body, headers } = await get('/docs/problems')
  for (const [code, { cure }] of Object.entries(problems)) {
    expect(body).toContain(`id="${code}"`)
    expect(body).toContain(escapeHtml(cure))
  }
  expect(headers['content-security-policy']).toContain("default-src 'none'; style-src 'self'")
  expect((await get('/docs/problems.css')).headers['content-type']).toContain('text/css')
})
