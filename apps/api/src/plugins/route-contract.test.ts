import { object } from '@bantin/shared/object'
import fastify from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createDraft, send } from '../../test/factories.ts'
import { signIn } from '../../test/sign-in.ts'
import { createTestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import { routeContract } from './route-contract.ts'

async function start(url: string, schema?: object) {
  const app = fastify()
  await app.register(routeContract)
  app.register(async (part) => {
    part.post(url, { ...(schema ? { schema } : {}) }, async () => ({}))
  })
  await app.ready()
}

const complete = { querystring: object({}), params: object({}), body: object({}), response: { 200: object({}) } }

describe('an API route', () => {
  test('without schemas stops the start', async () => {
    await expect(start('/api/v1/things/:id')).rejects.toThrow('Route POST /api/v1/things/:id has no schema for: query, path, body, answer.')
  })

  test.each(['querystring', 'params', 'body', 'response'])('without a schema for its %s stops the start', async (part) => {
    await expect(start('/api/v1/things/:id', { ...complete, [part]: undefined })).rejects.toThrow('has no schema for')
  })

  test('with all schemas starts', async () => {
    await expect(start('/api/v1/things/:id', complete)).resolves.toBeUndefined()
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
