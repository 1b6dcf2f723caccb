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

const unknownId = '00000000-0000-7000-8000-000000000000'

interface Operation {
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
}

interface GuardedRoute {
  method: Method
  url: string
  /** The parameters that it cannot do without. */
  query: string
  body: unknown
}

/** Each with the smallest request that it takes, about what is not there. */
function guardedRoutes(): GuardedRoute[] {
  const { paths = {} } = it.app.swagger()
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/editorial/'))
    .flatMap(([path, operations]) =>
      Object.entries((operations ?? {}) as Record<string, Operation>).map(([method, { parameters = [], requestBody }]) => {
        const needed = (place: string) => parameters.filter((parameter) => parameter.in === place && parameter.required)
        const values = (place: string) => needed(place).map(({ name, schema }) => [name, String(smallest(schema))] as [string, string])
        return {
          method: method.toUpperCase() as Method,
          url: values('path').reduce((url, [name, value]) => url.replace(`{${name}}`, value), path),
          query: String(new URLSearchParams(values('query'))),
          body: requestBody && smallest(requestBody.content['application/json'].schema),
        }
      }),
    )
}

interface Schema {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  minimum?: number
  minItems?: number
  pattern?: string
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

const texts = ['a', unknownId, '2099-01-01T00:00:00+07:00', '2099-01-01', '/a']

function smallest(schema: Schema): unknown {
  if (schema.anyOf?.[0]) return smallest(schema.anyOf[0])
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => smallest(schema.items ?? {}))
  if (schema.type === 'integer') return schema.minimum ?? 0
  if (schema.type === 'boolean') return false
  if (schema.type === 'string') return texts.find((text) => new RegExp(schema.pattern ?? '', 'u').test(text))
  return Object.fromEntries((schema.required ?? []).map((name) => [name, smallest(schema.properties?.[name] ?? {})]))
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
      const broken = [`${url}?nonsense=1`, url.replace(unknownId, "1'--")].filter((one) => one !== url)
      for (const path of broken) {
        const payload = method === 'GET' ? {} : { payload: { title: 'a', reason: 'b' } }
        const answer = await unchanged(it, () => it.app.inject({ method, url: path, headers: { authorization }, ...payload }))
        expect([method, path, answer.statusCode]).toEqual([method, path, 400])
      }
    }
  })

  test('answers 404 for an id that nothing has', async () => {
    const { authorization } = await signIn(it, 'admin')
    for (const { method, url: path, query, body } of guardedRoutes().filter((route) => route.url.includes(unknownId))) {
      const [url, payload] = [`${path}?${query}`, body === undefined ? {} : { payload: body as object }]
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
