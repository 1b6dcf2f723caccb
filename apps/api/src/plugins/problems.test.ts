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
