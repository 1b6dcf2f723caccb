import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WebhookMessage } from '@bantin/shared/webhooks'
import { onTestFinished } from 'vitest'

/** A call as it arrived, with what was answered; null where there was no answer. */
export interface Call {
  id: string
  message: WebhookMessage
  answer: number | null
}

/** A portal's address on this machine, and everything that was sent there. */
export interface Receiver {
  host: string
  url: string
  calls: Call[]
  /** How it answers from now on: null hangs up, 0 says nothing at all. */
  behave(answer: () => number | null): void
  /** Nobody listens there until it comes back. */
  leave(): Promise<void>
  comeBack(): Promise<void>
}

/** Answers 204 until it is told otherwise. It ends with the test. */
export async function startReceiver(): Promise<Receiver> {
  const calls: Call[] = []
  let answer: () => number | null = () => 204
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      const status = answer()
      const message = JSON.parse(Buffer.concat(parts).toString()) as WebhookMessage
      calls.push({ id: String(request.headers['webhook-id']), message, answer: status || null })
      say(response, status)
    })
  })
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const leave = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  await listen(0)
  onTestFinished(() => (server.listening ? leave() : undefined))
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  return {
    host,
    url: `http://${host}/webhook`,
    calls,
    behave(next) {
      answer = next
    },
    leave,
    comeBack: () => listen(port),
  }
}

function say(response: ServerResponse, status: number | null): void {
  if (status === null) response.socket?.resetAndDestroy()
  else if (status !== 0) response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:9/' } : {}).end()
}
