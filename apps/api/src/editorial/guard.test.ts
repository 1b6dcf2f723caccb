import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieName, openTestSession } from '../../test/auth-client.ts'
import { signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

function guardedRoutes(): { method: Method; url: string }[] {
  const { paths = {} } = it.app.swagger()
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/editorial/'))
    .flatMap(([path, operations]) =>
      Object.keys(operations ?? {}).map((method) => ({
        method: method.toUpperCase() as Method,
        url: path.replaceAll(/\{[^}]+\}/g, '00000000-0000-7000-8000-000000000000'),
      })),
    )
}

describe('every editorial route', () => {
  test('is in OpenAPI, and there are some', () => expect(guardedRoutes().length).toBeGreaterThanOrEqual(8))

  test('answers 401 without a session, before it looks at anything else', async () => {
    for (const { method, url } of guardedRoutes()) {
      for (const headers of [{}, { authorization: 'Bearer x.y.z' }, { authorization: 'Basic eDp5' }]) {
        const answer = await unchanged(it, () => it.app.inject({ method, url: `${url}?nonsense=1`, headers }))
        expect([method, url, answer.statusCode, answer.json().code]).toEqual([method, url, 401, 'unauthorized'])
      }
    }
  })

  test('refuses unknown parameters and broken ids with 400', async () => {
    const { authorization } = await signIn(it, 'admin')
    for (const { method, url } of guardedRoutes()) {
      const broken = [`${url}?nonsense=1`, url.replace(/00000000-0000-7000-8000-000000000000/, "1'--")].filter((one) => one !== url)
      for (const path of broken) {
        const payload = method === 'GET' ? {} : { payload: { title: 'a', reason: 'b' } }
        const answer = await unchanged(it, () => it.app.inject({ method, url: path, headers: { authorization }, ...payload }))
        expect([method, path, answer.statusCode]).toEqual([method, path, 400])
      }
    }
  })

  test('answers 404 for an id that nothing has', async () => {
    const { authorization } = await signIn(it, 'admin')
    for (const { method, url } of guardedRoutes().filter((route) => route.url.includes('0000'))) {
      const payload = method === 'GET' ? {} : { payload: url.endsWith('withdraw') ? { reason: 'a' } : {} }
      const answer = await unchanged(it, () => it.app.inject({ method, url, headers: { authorization }, ...payload }))
      expect([method, url, answer.statusCode, answer.json().code]).toEqual([method, url, 404, 'not_found'])
    }
  })

  test('ignores cookies: a signed-in browser alone may do nothing', async () => {
    const { token } = await openTestSession(it)
    const answer = await it.app.inject({ url: '/api/v1/editorial/articles', headers: { cookie: `${cookieName}=${token}` } })
    expect(answer.statusCode).toBe(401)
  })
})
