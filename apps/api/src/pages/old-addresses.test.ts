import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp, testConfig } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import { buildApp } from '../app.ts'
import type { WebBuild } from './web-build.ts'

/** A site of one page: everything else is 404. */
const web: WebBuild = {
  clientDir: '/khong-co',
  template: '',
  desk: '<desk>',
  render: async ({ url }) => (url.startsWith('/co') ? { status: 200, html: 'trang' } : { status: 404, html: 'không thấy' }),
}

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp({}, { web })
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const get = (url: string, headers: Record<string, string> = {}) => it.app.inject({ url, headers })
const locationOf = async (url: string) => {
  const { statusCode, headers } = await get(url)
  return statusCode === 308 ? headers.location : statusCode
}

async function addRedirect(fromPathQuery: string, target: { articleId: string } | { url: string }): Promise<{ id: string }> {
  const answer = await send(it, publisher, 'POST', '/redirects', { fromPathQuery, ...target })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

describe('an address of an older system', () => {
  test('leads for good to the article, whatever its letters and however a browser spells them', async () => {
    const article = await createPublished(it, publisher)
    await addRedirect('/Tin tức/bài.aspx?tên=á&id=15', { articleId: article.id })
    for (const url of [
      '/Tin%20t%E1%BB%A9c/b%C3%A0i.aspx?t%C3%AAn=%C3%A1&id=15',
      '/Tin%20t%e1%bb%a9c/b%c3%a0i%2easpx/?t%c3%aan=%c3%a1&id=%315',
    ]) {
      expect(await locationOf(url)).toBe(`/bai-viet/${article.slug}`)
    }
  })

  test('with a letter that its old system encoded in a way of its own is found all the same', async () => {
    await addRedirect('/tin-t%u1EE9c?q=%u1EE9', { url: '/co' })
    expect(await locationOf('/tin-t%u1EE9c?q=%u1EE9')).toBe('/co')
  })

  test('is looked for with its query, then without it', async () => {
    await addRedirect('/chi-tiet.aspx?id=1', { url: '/co/mot' })
    await addRedirect('/chi-tiet.aspx', { url: '/co/tat-ca' })
    expect(await locationOf('/chi-tiet.aspx?id=1')).toBe('/co/mot')
    expect(await locationOf('/chi-tiet.aspx?id=2')).toBe('/co/tat-ca')
    expect(await locationOf('/chi-tiet.aspx')).toBe('/co/tat-ca')
    expect(await locationOf('/chi-tiet.asp')).toBe(404)
  })

  test('never stands before a page of ours', async () => {
    await addRedirect('/co-trang', { url: '/co' })
    expect((await get('/co-trang')).body).toBe('trang')
  })

  test('answers under the policy of pages and may be kept for seconds, without a body', async () => {
    await addRedirect('/cu.htm', { url: '/co' })
    const { body, headers } = await get('/cu.htm')
    expect([body, headers['cache-control']]).toEqual(['', 'public, max-age=0, s-maxage=10'])
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('of an article that is not public is not there', async () => {
    const [draft, held, vanished] = [
      await createDraft(it, publisher),
      await createPublished(it, publisher),
      await createPublished(it, publisher),
    ]
    for (const { id } of [draft, held, vanished]) await addRedirect(`/cu/${id}`, { articleId: id })
    await send(it, publisher, 'POST', `/articles/${held.id}/hold`, {}, held.version)
    await send(it, publisher, 'POST', `/articles/${vanished.id}/remove`, { answer: 'vanish', reason: 'Sai' }, vanished.version)
    const missing = await get('/cu/khong-co')
    for (const { id } of [draft, held, vanished]) {
      const answer = await get(`/cu/${id}`)
      expect([answer.statusCode, answer.body, answer.headers.location]).toEqual([404, missing.body, undefined])
    }
  })

  test('of an article that was replaced, and that one too, leads to the end of the way', async () => {
    const [first, second, third] = [
      await createPublished(it, publisher),
      await createPublished(it, publisher),
      await createPublished(it, publisher),
    ]
    await addRedirect('/cu-nhat', { articleId: first.id })
    await send(it, publisher, 'POST', `/articles/${first.id}/redirect`, { target: second.id }, first.version)
    await send(it, publisher, 'POST', `/articles/${second.id}/redirect`, { target: third.id }, second.version)
    expect(await locationOf('/cu-nhat')).toBe(`/bai-viet/${third.slug}`)
    await send(it, publisher, 'POST', `/articles/${third.id}/hold`, {}, third.version)
    expect(await locationOf('/cu-nhat')).toBe(404)
  })

  test('that leads to another old address leads on from there', async () => {
    await addRedirect('/doi-mot', { url: '/doi-hai?x=1' })
    await addRedirect('/doi-hai', { url: 'https://khac.example.gov.vn/' })
    expect(await locationOf((await locationOf('/doi-mot')) as string)).toBe('https://khac.example.gov.vn/')
  })
})

describe('nobody but an editor decides where readers are led', () => {
  test('a foreign host in the request changes nothing of the answer', async () => {
    await addRedirect('/cu-host', { url: '/co' })
    for (const headers of [{ host: 'evil.example' }, { 'x-forwarded-host': 'evil.example' }, { 'x-original-url': '//evil.example' }]) {
      expect((await get('/cu-host', headers)).headers.location).toBe('/co')
    }
  })

  test('addresses that look like other hosts lead nowhere', async () => {
    for (const url of [
      '//evil.example',
      '//evil.example/',
      '/\\evil.example',
      '/.//evil.example',
      '/%2F%2Fevil.example',
      '/co-khong?next=//evil.example',
      '/@evil.example',
    ]) {
      const answer = await get(url)
      expect([url, answer.headers.location]).toEqual([url, undefined])
    }
  })
})

/** Asks this of an app of its own on the same database, which ends then. */
async function visitElsewhere(urls: string[], method: 'GET' | 'HEAD' = 'GET'): Promise<void> {
  const app = await buildApp({ config: testConfig, database: it.database, mediaStore: it.mediaStore, web })
  for (const url of urls) await app.inject({ method, url })
  await app.close()
}

const missingPaths = async () => (await send(it, publisher, 'GET', '/missing-paths?limit=100')).json().data

describe('what readers ask for', () => {
  test('is counted over all processes, with the day, at the redirect they took', async () => {
    const { id } = await addRedirect('/dem.aspx?id=1', { url: '/co' })
    await Promise.all([visitElsewhere(['/dem.aspx?id=1', '/dem.aspx?id=1']), visitElsewhere(['/dem.aspx?id=1'])])
    const redirect = (await send(it, publisher, 'GET', `/redirects/${id}`)).json()
    expect(redirect).toMatchObject({ hits: 3, version: 1 })
    expect(redirect.lastHitOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test('is counted over all processes where there is nothing: by path, without the query, which may say who asks', async () => {
    await Promise.all([visitElsewhere(['/mat-tich?email=a@example.com', '/mat-tich/']), visitElsewhere(['/mat-tich', '/m%E1%BA%A5t'])])
    const found = await missingPaths()
    expect(found).toContainEqual({ path: '/mat-tich', count: 3, lastAskedOn: expect.any(String) })
    expect(found).toContainEqual({ path: '/m%E1%BA%A5t', count: 1, lastAskedOn: expect.any(String) })
    const { rows } = await it.database.db.execute(`SELECT * FROM missing_paths WHERE missing_paths::text LIKE '%example.com%'`)
    expect(rows).toEqual([])
  })

  test('is counted as missing where an old address leads to what is not public', async () => {
    const { id } = await createDraft(it, publisher)
    await addRedirect('/dem-nhap', { articleId: id })
    await visitElsewhere(['/dem-nhap'])
    expect(await missingPaths()).toContainEqual(expect.objectContaining({ path: '/dem-nhap', count: 1 }))
  })

  test('is not counted where a page is, for machines, for whoever only looks, and where the address is a secret', async () => {
    const before = await missingPaths()
    const secret = 'a'.repeat(43)
    await visitElsewhere([
      '/co',
      '/api/v1/khong',
      '/assets/khong.js',
      '/media/khong',
      '/.well-known/khong',
      '/docs/khong',
      '/ban-bien-tap/khong',
    ])
    await visitElsewhere([`/xem-truoc/${secret}`, `/en/y-kien/${secret}`, `/%78em-truoc/${secret}`, `/${'a'.repeat(300)}`])
    const mistyped = ['//xem-truoc/', '/EN/y-kien/', '/Xem-truoc%2F', '/bai-viet/xem-truoc;/', '/x/..%2Fy-kien/', '/(xem-truoc/']
    await visitElsewhere(mistyped.map((beginning) => beginning + secret))
    await visitElsewhere(['/chi-nhin'], 'HEAD')
    expect(await missingPaths()).toEqual(before)
  })

  test('is counted where an address only has a word of the links in it', async () => {
    const path = `/lay-y-kien/${'gop-y-du-thao-'.repeat(4)}sua-doi`
    await visitElsewhere([path])
    expect(await missingPaths()).toContainEqual(expect.objectContaining({ path }))
  })

  test('changes nothing at once, whoever asks', async () => {
    await addRedirect('/khong-doi', { url: '/co' })
    const headers = { authorization: publisher.authorization }
    for (const url of ['/khong-doi', '/khong-co-gi']) await unchanged(it, () => get(url, headers))
  })
})

test('an app that listens forgets what is old; one that is only built runs nothing', async () => {
  await it.database.db.execute(`
    INSERT INTO missing_paths (site_id, day, path, count) SELECT id, published.today() - 91, '/da-lau', 1 FROM sites`)
  const old = async () => (await it.database.db.execute(`SELECT FROM missing_paths WHERE path = '/da-lau'`)).rows.length
  await visitElsewhere(['/mot-lan-nua'])
  expect(await old()).toBe(1)
  const app = await buildApp({ config: testConfig, database: it.database, mediaStore: it.mediaStore, web })
  await app.listen({ port: 0, host: '127.0.0.1' })
  await app.close()
  expect(await old()).toBe(0)
})
