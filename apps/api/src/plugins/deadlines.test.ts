import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { deadlines } from './deadlines.ts'

let app: FastifyInstance
afterEach(() => app.close())

const never = () => new Promise<string>(() => undefined)

async function begin(): Promise<FastifyInstance> {
  app = fastify({ forceCloseConnections: true })
  await app.register(deadlines(32))
  return app
}

test('a handler that takes too long is answered 503, and so is who waits in a hook', async () => {
  await begin()
  app.get('/handler', never)
  app.get('/hook', { onRequest: never }, async () => 'done')
  const [handler, hook] = await Promise.all([app.inject('/handler'), app.inject('/hook')])
  expect(handler).toMatchObject({ statusCode: 503 })
  expect(handler.json()).toMatchObject({ code: 'FST_ERR_HANDLER_TIMEOUT' })
  expect(hook.statusCode).toBe(503)
})

test('who is answered in time hears no second answer, and what comes late is dropped', async () => {
  await begin()
  let finish = (_text: string): void => undefined
  const finished = new Promise<string>((resolve) => {
    finish = resolve
  })
  app.get('/soon', async () => 'done')
  app.get('/late', () => finished)
  const soon = await app.inject('/soon')
  expect((await app.inject('/late')).statusCode).toBe(503)
  finish('too late')
  expect([soon.statusCode, soon.body, (await app.inject('/soon')).body]).toEqual([200, 'done', 'done'])
})

test('an answer that has been begun ends without its rest', async () => {
  await begin()
  app.get('/begun', async (_request, reply) => {
    reply.raw.writeHead(200, { 'content-length': '100' }).write('begun')
    return await never()
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const answer = await fetch(`${url}/begun`)
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow()
})

test('a route with a time of its own has that one', async () => {
  await begin()
  app.get('/never', never)
  app.get('/longer', { handlerTimeout: 600_000 }, async () => {
    await app.inject('/never')
    return 'done'
  })
  expect(await app.inject('/longer')).toMatchObject({ statusCode: 200, body: 'done' })
})
