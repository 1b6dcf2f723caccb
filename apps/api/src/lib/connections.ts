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

/**
 * The HTTP connections that this process accepts from now on, whichever of its servers accepts them. Of the answers that a connection waits
 * for, the last one ends it. It is kept with the connection: a set of all answers is made anew again and again as they come and go, each time
 * with links from what it was, so that V8 would take all of them for lasting.
 */
export function countConnections(): Connections {
  const sockets = new Set<Socket>()
  const answers = new WeakMap<Socket, ServerResponse | undefined>()
  const onSocket = (message: unknown): void => {
    const { socket } = message as { socket: Socket }
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  const onRequest = (message: unknown): void => {
    const { socket, response } = message as { socket: Socket; response: ServerResponse }
    answers.set(socket, response)
    response.once('close', () => {
      if (answers.get(socket) === response) answers.set(socket, undefined)
    })
  }
  subscribe('net.server.socket', onSocket)
  subscribe('http.server.request.start', onRequest)
  return {
    drain: () => {
      for (const socket of sockets) {
        const answer = answers.get(socket)
        if (socket.bytesRead === 0) socket.destroy()
        else if (answer) closeAfter(answer)
      }
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
