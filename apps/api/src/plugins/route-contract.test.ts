import { object } from '@bantin/shared/object'
import fastify, { type RouteOptions } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createDraft, send } from '../../test/factories.ts'
import { signIn } from '../../test/sign-in.ts'
import { createTestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import type { AccessTable } from '../lib/access.ts'
import { routeContract } from './route-contract.ts'

const complete = { querystring: object({}), params: object({}), body: object({}), response: { 200: object({}) } }
const table: AccessTable = { 'POST /things/:id': 'anyone', 'GET /things/:id': 'article.read' }

async function start(route: Partial<RouteOptions> = {}, access = table) {
  const app = fastify()
  await app.register(routeContract(access))
  app.register(async (part) => {
    part.route({ method: 'POST', url: '/api/v1/things/:id', schema: complete, handler: async () => ({}), ...route })
  })
  await app.ready()
}

describe('an API route', () => {
  test('without schemas stops the start', async () => {
    const message = 'Route POST /api/v1/things/:id has no schema for: query, path, body, answer.'
    await expect(start({ schema: {} })).rejects.toThrow(message)
  })

  test.each(['querystring', 'params', 'body', 'response'])('without a schema for its %s stops the start', async (part) => {
    await expect(start({ schema: { ...complete, [part]: undefined } })).rejects.toThrow('has no schema for')
  })

  test('with all schemas and a line in the table starts', async () => {
    await expect(start()).resolves.toBeUndefined()
  })

  test.each<[string, Partial<RouteOptions>]>([
    ['that nobody thought of', { url: '/api/v1/secrets/:id' }],
    ['with another method', { method: 'PUT' }],
    ['of another version', { url: '/api/v2/things/:id' }],
    ['named like a property that every object has', { url: '/api/v1/constructor' }],
    ['with two methods at once', { method: ['POST', 'PUT'] }],
  ])('%s, which the table does not name, stops the start', async (_name, route) => {
    await expect(start(route)).rejects.toThrow(/^Route .+ has no line in apps\/api\/src\/policy\.ts/)
  })

  test('for which the table wants a session stops the start outside the guard, and one for anyone inside it', async () => {
    const { body: _, ...reading } = complete
    const guarded = { security: [{ session: [] }] }
    const get = { method: 'GET', schema: reading }
    await expect(start(get)).rejects.toThrow('is for "article.read" in apps/api/src/policy.ts, but does not stand behind the session guard')
    await expect(start({ ...get, schema: { ...reading, ...guarded } })).resolves.toBeUndefined()
    await expect(start({ schema: { ...complete, ...guarded } })).rejects.toThrow('is for "anyone"')
  })
})

test('a body that a route has no schema for is refused, not dropped', async () => {
  const it = await createTestApp()
  onTestFinished(() => it.close())
  const publisher = await signIn(it, 'publisher')
  const { id } = await createDraft(it, publisher)
  const answer = await unchanged(it, () => send(it, publisher, 'DELETE', `/articles/${id}`, { force: true }, 1))
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
  expect((await send(it, publisher, 'DELETE', `/articles/${id}`, undefined, 1)).statusCode).toBe(204)
  const nowhere = await it.app.inject({ method: 'POST', url: '/api/v1/nowhere', payload: { force: true } })
  expect([nowhere.statusCode, nowhere.json().code]).toEqual([404, 'not_found'])
})
