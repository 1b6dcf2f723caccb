import { EventEmitter } from 'node:events'
import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** What the database tells while the application runs. The triggers that notify are in the migrations. */
const channels = ['api_clients', 'editorial_events', 'public_generation'] as const
export type Channel = (typeof channels)[number]

export interface Signals {
  /** Whether what is told at this moment is heard. */
  isConnected(): boolean
  /**
   * Calls `heard` for every signal of the channel with what is told, and without anything when the connection comes and goes:
   * something may have been missed then. Answers how to end it.
   */
  subscribe(channel: Channel, heard: (told?: string) => void): () => void
  close(): Promise<void>
}

interface Options {
  /** A direct connection: a transaction pooler carries no LISTEN. */
  url: string
  /** Hears once when the connection breaks or cannot be made, until it is there again. */
  onError: (error: Error) => void
  /** How many times as long as usual it is waited for a connection and its answers. Default 1. */
  patience?: number
}

/** Listens to the database at `url` on one connection, from the first subscription on. It comes back by itself. */
export function openSignals({ url, onError, patience = 1 }: Options): Signals {
  const emitter = new EventEmitter()
  const closing = new AbortController()
  let isConnected = false
  let listening: Promise<void> | undefined
  const turn = (connected: boolean): void => {
    isConnected = connected
    for (const channel of channels) emitter.emit(channel)
  }
  return {
    isConnected: () => isConnected,
    subscribe: (channel, heard) => {
      emitter.on(channel, heard)
      listening ??= keepListening({ url, emitter, turn, signal: closing.signal, longest: 2000 * patience }, onError)
      return () => emitter.off(channel, heard)
    },
    close: async () => {
      closing.abort()
      await listening
    },
  }
}

interface Line {
  url: string
  emitter: EventEmitter
  turn: (connected: boolean) => void
  signal: AbortSignal
  /** Milliseconds for a connection, and for an answer on it. */
  longest: number
}

const betweenTries = 1000
// What is taken away has to be off within five seconds, also where a connection broke without a word.
const betweenHeartbeats = 2000

async function keepListening(line: Line, onError: (error: Error) => void): Promise<void> {
  let isToldOf = false
  while (!line.signal.aborted) {
    try {
      await listenOnce({
        ...line,
        turn: (connected) => {
          isToldOf = false
          line.turn(connected)
        },
      })
    } catch (error) {
      if (!line.signal.aborted && !isToldOf) onError(error as Error)
      isToldOf = true
    }
    await pause(betweenTries, undefined, { signal: line.signal, ref: false }).catch(() => undefined)
  }
}

/** Throws when the connection cannot be made, and when it ends. */
async function listenOnce({ url, emitter, turn, signal, longest }: Line): Promise<void> {
  // Ours, because only the socket can be closed when the server says nothing any more.
  const socket = new Socket()
  const client = new pg.Client({
    connectionString: url,
    stream: () => socket,
    connectionTimeoutMillis: longest,
    query_timeout: longest,
    application_name: 'bantin signals',
  })
  client.on('error', () => undefined)
  client.on('notification', ({ channel, payload }) => emitter.emit(channel, payload))
  const ended = new Promise<never>((_resolve, reject) => {
    client.once('end', () => reject(new Error('The connection that hears signals has ended.')))
  })
  ended.catch(() => undefined)
  const end = (): unknown => socket.destroy()
  signal.addEventListener('abort', end, { once: true })
  let isConnected = false
  try {
    await client.connect()
    for (const channel of channels) await client.query(`LISTEN ${channel}`)
    isConnected = true
    turn(true)
    for (;;) {
      await Promise.race([ended, pause(betweenHeartbeats, undefined, { signal, ref: false })])
      // A connection that broke without a word, as when the network is gone, is silent for ever.
      await client.query('SELECT 1')
    }
  } finally {
    signal.removeEventListener('abort', end)
    end()
    if (isConnected) turn(false)
  }
}
