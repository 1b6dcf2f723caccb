import { connect, type Socket } from 'node:net'

/** A connection on which many requests are on their way at once, each written before those before it are answered (RFC 9112, 9.3.2). */
export interface Pipeline {
  /** The statuses of the answers, in the order of the requests: fewer, when the connection breaks or nothing comes for ten seconds. */
  ask(requests: string[]): Promise<number[]>
  isOpen(): boolean
  close(): void
}

const patience = 10_000

/** A connection to the server at `origin`. */
export function openPipeline(origin: string): Pipeline {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname).setNoDelay().setTimeout(patience)
  let rest = ''
  let told: (statuses: number[]) => void = () => undefined
  let [statuses, expected] = [[] as number[], 0]
  const settle = () => told(statuses)
  socket.on('timeout', () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('close', settle)
  socket.setEncoding('latin1').on('data', (text: string) => {
    rest += text
    for (let answer = readAnswer(rest); answer; answer = readAnswer(rest)) {
      rest = rest.slice(answer.length)
      statuses.push(answer.status)
    }
    if (statuses.length >= expected) settle()
  })
  return {
    ask: (requests) =>
      new Promise((resolve) => {
        told = resolve
        statuses = []
        expected = requests.length
        if (isWritable(socket)) socket.write(requests.join(''))
        else settle()
      }),
    isOpen: () => isWritable(socket),
    close: () => void socket.destroy(),
  }
}

/** A request that posts JSON. */
export function postRequest(path: string, headers: Record<string, string>, body: object): string {
  const text = JSON.stringify(body)
  const lines = Object.entries({
    ...headers,
    host: 'localhost',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`
}

function isWritable(socket: Socket): boolean {
  return !socket.destroyed && socket.writable
}

/** The first answer of the text, if it is whole. */
function readAnswer(text: string): { status: number; length: number } | undefined {
  const end = text.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const [, size = 0] = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end)) ?? []
  const length = end + 4 + Number(size)
  return text.length < length ? undefined : { status: Number(text.slice(9, 12)), length }
}
