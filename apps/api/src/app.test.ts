import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../test/test-app.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

describe('the app', () => {
  test('is healthy and ready with its database', async () => {
    expect((await it.app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await it.app.inject('/readyz')).statusCode).toBe(200)
  })

  test('answers an unknown address as a problem', async () => {
    const answer = await it.app.inject('/api/v1/nowhere')
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toMatch('application/problem+json')
    expect(answer.json()).toEqual({
      type: 'http://localhost:3000/docs/problems#not_found',
      title: 'There is nothing here',
      status: 404,
      code: 'not_found',
    })
  })

  test.each(['/api/v1/articles/%', '/api/v1/units/%ff', '/media/%ed%a0%80', '/docs/static/%2e%2e/%2e%2e/package.json'])(
    'answers %s like any address that leads nowhere',
    async (address) => {
      const [answer, missing] = [await it.app.inject(address), await it.app.inject('/api/v1/nowhere')]
      expect(answer.json()).toEqual(missing.json())
      const kept = ['content-type', 'content-security-policy', 'x-content-type-options', 'cache-control']
      for (const name of kept) expect(answer.headers[name]).toBeDefined()
    },
  )

  test('answers a method that no route has, and says nothing of the inside', async () => {
    const answer = await it.app.inject({ method: 'QUERY', url: '/api/v1/articles' })
    expect(answer.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' })
  })

  test('refuses an unknown parameter and says which was meant', async () => {
    const answer = await it.app.inject('/healthz?x=1')
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toEqual([{ in: 'query', name: 'x', code: 'unknown_field', message: 'Unknown parameter.' }])
  })

  test('delivery cannot read an editorial table', async () => {
    await expect(it.database.delivery.query('SELECT * FROM public.articles')).rejects.toMatchObject({ code: '42501' })
    await expect(it.database.delivery.query('SELECT * FROM public.users')).rejects.toMatchObject({ code: '42501' })
  })

  test('shows its docs without anything from elsewhere', async () => {
    const answer = await it.app.inject('/docs/')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-security-policy']).not.toMatch(/https?:|upgrade-insecure|validator/)
    expect(answer.headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    })
  })

  test('says of data that pages of any origin may read it, and that it runs nothing', async () => {
    const answer = await it.app.inject('/api/v1/articles')
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
    })
  })

  test('gives its contract as OpenAPI', async () => {
    const document = (await it.app.inject('/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toContain('/healthz')
    const headers = { 'accept-encoding': 'gzip' }
    const sent = await it.app.inject({ url: '/openapi.json', headers })
    expect([sent.headers['content-encoding'], JSON.parse(gunzipSync(sent.rawPayload).toString())]).toEqual(['gzip', document])
    const again = await it.app.inject({ url: '/openapi.json', headers: { ...headers, 'if-none-match': String(sent.headers.etag) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})
