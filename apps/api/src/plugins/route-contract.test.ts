import { object } from '@bantin/shared/object'
import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
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
