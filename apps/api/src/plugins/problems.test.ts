import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createTestApp } from '../../test/test-app.ts'

test('whoever goes away in the middle of his request fills no log', async () => {
  const log: string[] = []
  const it = await createTestApp({}, { logger: { level: 'error', stream: { write: (line: string) => log.push(line) } } })
  onTestFinished(() => it.close())
  await it.app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((it.app.server.address() as AddressInfo).port, '127.0.0.1')
  const begun = once(it.app.server, 'request')
  socket.write('POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{')
  const [request] = await begun
  await setImmediate()
  const gone = once(request, 'error')
  socket.destroy()
  expect(await gone).toMatchObject([{ message: 'aborted' }])
  await setImmediate()
  expect(log).toEqual([])
})

test('what did not become a request is answered as a problem too, which scripts may read, and its connection ends', async () => {
  const it = await createTestApp()
  onTestFinished(() => it.close())
  await it.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = it.app.server.address() as AddressInfo
  const send = async (text: string) => {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8')
    socket.write(text)
    const [head = '', body = ''] = (await socket.toArray()).join('').split('\r\n\r\n')
    expect(head).toMatch(/\r\naccess-control-allow-origin: \*\r\n.*\r\ncontent-type: application\/problem\+json/s)
    return JSON.parse(body)
  }
  const long = `GET /api/v1/search?q=${'%C4%91'.repeat(10_000)} HTTP/1.1\r\nHost: a\r\n\r\n`
  expect(await send(long)).toMatchObject({ status: 431, code: 'headers_too_large' })
  expect(await send('Xin chào\r\n\r\n')).toMatchObject({ status: 400, code: 'invalid_request', detail: 'This is no HTTP/1.1.' })
})
