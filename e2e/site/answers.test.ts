import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'
import { demoPaths } from '../support/demo.ts'
import { openPage } from '../support/open-page.ts'

const get = (path: string, headers: Record<string, string> = {}) => fetch(inject('siteUrl') + path, { redirect: 'manual', headers })

test('a page allows nothing inline, may be kept for ten seconds by a cache, and is compressed', async () => {
  const answer = await get(demoPaths.article, { 'accept-encoding': 'br' })
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(answer.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=10, stale-if-error=60')
  expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual(['br', 'accept-encoding'])
})

test('an article is found by its id, by a trailing slash, and by no other detour', async () => {
  const article = (await (await get(`/api/v1/articles/${demoPaths.article.split('/').at(-1)}`)).json()) as { id: string }
  for (const path of [`/bai-viet/${article.id}`, `${demoPaths.article}/`]) {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([308, demoPaths.article])
  }
  for (const path of ['//example.com/', '/.//example.com/', '/%2F%2Fexample.com/']) expect((await get(path)).status).toBe(404)
})

test('a list behind a cursor that is not ours begins anew', async () => {
  const answer = await get(`${demoPaths.category}?sau=khong-phai`)
  expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([
    302,
    demoPaths.category,
    'no-store',
  ])
})

test('every tag has its page where the API says it has; an unknown one has none', async () => {
  const { data: tags } = (await (await get('/api/v1/tags')).json()) as { data: { name: string; url: string }[] }
  expect(tags.length).toBeGreaterThan(3)
  for (const { url, name } of tags) {
    const answer = await get(new URL(url).pathname)
    expect([url, answer.status]).toEqual([url, 200])
    expect(await answer.text()).toContain(`<title>${name} |`)
  }
  expect((await get('/the/khong-co')).status).toBe(404)
})

test('unknown addresses of the API stay problem answers beside the pages', async () => {
  for (const path of ['/api/v1/khong', '/assets/khong.js', '/media/khong']) {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
  }
})

test('the editors’ addresses give the editors’ application, with its own policy, and to no search', async () => {
  for (const path of ['/dang-nhap', '/ban-bien-tap', '/ban-bien-tap/bai/moi']) {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('x-robots-tag')]).toEqual([200, 'noindex'])
    expect(answer.headers.get('content-security-policy')).toContain("style-src-attr 'unsafe-inline'")
    expect(await answer.text()).toContain('<title>Ban biên tập</title>')
  }
})

test('files with a hash in their name may be kept for ever and come compressed', async () => {
  const [script] = (await (await get('/')).text()).match(/\/assets\/[^"]+\.js/) ?? []
  const answer = await get(script ?? '', { 'accept-encoding': 'br' })
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-encoding')).toBe('br')
})

test('an article page stays within its budgets, and carries no byte of the desk', async () => {
  const page = await openPage({ viewport: { width: 360, height: 640 } })
  const answers: { path: string; bytes: number; gz: number }[] = []
  page.on('response', async (response) => {
    if (response.request().method() !== 'GET' || response.url().includes('/api/')) return
    const body = await response.body()
    answers.push({ path: new URL(response.url()).pathname, bytes: body.length, gz: gzipSync(body).length })
  })
  await page.goto(demoPaths.article, { waitUntil: 'networkidle' })
  const sum = (form: RegExp, size: 'bytes' | 'gz') =>
    answers.filter(({ path }) => form.test(path)).reduce((total, answer) => total + answer[size], 0)
  const html = Buffer.from(await (await get(demoPaths.article, { 'accept-encoding': 'br' })).arrayBuffer())
  const pageBytes = brotliCompressSync(html).length
  const sizes = {
    scripts: sum(/\.js$/, 'gz'),
    styles: sum(/\.css$/, 'gz'),
    html: pageBytes,
    largestFont: Math.max(...answers.filter(({ path }) => path.endsWith('.woff2')).map(({ bytes }) => bytes)),
    requests: answers.length,
    total: sum(/\.(js|css)$/, 'gz') + sum(/\.(woff2|jpg|webp|svg)$/, 'bytes') + pageBytes,
  }
  const allowed = { scripts: 100_000, styles: 15_000, html: 20_000, largestFont: 45_000, requests: 20, total: 350_000 }
  const over = Object.entries(sizes).filter(([name, size]) => size > allowed[name as keyof typeof allowed])
  expect({ over, sizes }).toEqual({ over: [], sizes })
  expect(answers.filter(({ path }) => path.includes('/assets/desk'))).toEqual([])
})
