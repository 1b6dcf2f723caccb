import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { slowRequests } from './slow-requests.ts'

let app: FastifyInstance
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await app.close()
})

/** Listens with a route of short time and one of long, which answer how many bytes came when `work` is done. */
async function listen({ quiet, least, work }: { quiet: number; least: number; work?: () => Promise<unknown> }): Promise<void> {
  app = fastify({ connectionTimeout: quiet, requestTimeout: 600_000, forceCloseConnections: true })
  await app.register(slowRequests(least))
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  const answer = async (body: unknown) => {
    const { length } = await text(body as NodeJS.ReadableStream)
    await work?.()
    return `${length} bytes`
  }
  app.post('/short', (request) => answer(request.body))
  app.post('/long', { handlerTimeout: 600_000 }, (request) => answer(request.body))
  await app.listen({ port: 0, host: '127.0.0.1' })
}

/** A request whose body is announced as ten bytes, of which the first five are sent. */
function begin(path: string): { socket: Socket; ended: Promise<string> } {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  sockets.push(socket)
  const head = `POST ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/octet-stream\r\ncontent-length: 10\r\n\r\n`
  socket.write(`${head}12345`)
  return { socket, ended: text(socket).catch(() => 'cut') }
}

test('an ordinary body has to be here in its time, that of a route with a longer one may go on', async () => {
  await listen({ quiet: 600_000, least: 50 })
  const long = begin('/long')
  expect(await begin('/short').ended).not.toMatch('bytes')
  long.socket.write('67890')
  expect(await long.ended).toMatch(/^HTTP.1.1 200 OK.*10 bytes$/s)
})

test('whoever stops in the middle of a long body is cut off', async () => {
  await listen({ quiet: 50, least: 600_000 })
  expect(await begin('/long').ended).not.toMatch('bytes')
})

test('whoever has sent everything waits as long as we work, also where nothing moves meanwhile', async () => {
  let finish = (): void => undefined
  const work = new Promise<void>((resolve) => {
    finish = resolve
  })
  await listen({ quiet: 50, least: 600_000, work: () => work })
  const whole = begin('/long')
  whole.socket.write('67890')
  // By then it was quiet for longer than others may be.
  for (const _ of [1, 2, 3]) expect(await begin('/long').ended).not.toMatch('bytes')
  finish()
  expect(await whole.ended).toMatch(/^HTTP.1.1 200 OK.*10 bytes$/s)
})
