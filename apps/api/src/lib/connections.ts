import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface Connections {
  /**
   * Lets a closing server end as soon as its last answer is sent. Node would wait for connections that never carried a byte, as
   * browsers open them in advance, and keep a connection open for the next request after the answer that was in flight.
   */
  drain(): void
  endAll(): void
  /** Stops counting new ones. */
  forget(): void
}

/** The HTTP connections that this process accepts from now on, whichever of its servers accepts them. */
export function countConnections(): Connections {
  const sockets = new Set<Socket>()
  const answers = new Set<ServerResponse>()
  const onSocket = (message: unknown): void => keepUntilClosed(sockets, (message as { socket: Socket }).socket)
  const onRequest = (message: unknown): void => keepUntilClosed(answers, (message as { response: ServerResponse }).response)
  subscribe('net.server.socket', onSocket)
  subscribe('http.server.request.start', onRequest)
  return {
    drain: () => {
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
      for (const answer of answers) closeAfter(answer)
    },
    endAll: () => {
      for (const socket of sockets) socket.destroy()
    },
    forget: () => {
      unsubscribe('net.server.socket', onSocket)
      unsubscribe('http.server.request.start', onRequest)
    },
  }
}

function closeAfter(answer: ServerResponse): void {
  if (answer.headersSent) answer.once('finish', () => answer.req.socket.end())
  else answer.setHeader('connection', 'close')
}

function keepUntilClosed<T extends Socket | ServerResponse>(open: Set<T>, one: T): void {
  open.add(one)
  one.once('close', () => open.delete(one))
}
