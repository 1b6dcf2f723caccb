import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { countConnections } from './connections.ts'

test('a draining server ends unused connections at once and the others after their answer', async () => {
  const { port, connections, requests } = await listeningServer((_request, response) => response.write('first half, '))
  const unused = connect(port, '127.0.0.1')
  const halfAnswered = fetch(`http://127.0.0.1:${port}/half`)
  await Promise.all([once(unused, 'connect'), halfAnswered])
  connections.drain()
  await once(unused, 'close')
  const [[request, response] = []] = requests
  response?.end('second half')
  expect(await (await halfAnswered).text()).toBe('first half, second half')
  if (request && !request.socket.destroyed) await once(request.socket, 'close')
})

test('an answer that was not begun says that the connection closes', async () => {
  const { port, connections } = await listeningServer((_request, response) => {
    connections.drain()
    response.end('done')
  })
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect(answer.headers.get('connection')).toBe('close')
  expect(await answer.text()).toBe('done')
})

describe('of two answers that one connection waits for', () => {
  test.each(['before the first', 'between them'])('none is lost where draining begins %s', async (begins) => {
    const { port, connections, requests } = await listeningServer((_request, response) => response.setHeader('content-length', 5))
    const socket = connect(port, '127.0.0.1').setEncoding('utf8')
    let heard = ''
    socket.on('data', (text) => {
      heard += text
    })
    const closed = once(socket, 'close')
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(2))
    await expect.poll(() => requests.length).toBe(2)
    const [first, second] = requests.map(([, response]) => response)
    if (begins === 'before the first') connections.drain()
    first?.end('one. ')
    await expect.poll(() => heard).toContain('one. ')
    if (begins === 'between them') connections.drain()
    second?.end('two. ')
    await closed
    expect(heard).toMatch(/one\. .*connection: close.*two\. $/is)
  })
})

test('who does not end by himself can be cut off', async () => {
  const { port, connections } = await listeningServer(() => connections.endAll())
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed')
})

async function listeningServer(answer: RequestListener) {
  const connections = countConnections()
  const requests: [IncomingMessage, ServerResponse][] = []
  const server = createServer((request, response) => {
    requests.push([request, response])
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    connections.forget()
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, connections, requests }
}
