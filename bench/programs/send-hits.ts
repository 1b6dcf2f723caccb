// Sends hits, each with an id of its own; told what, and telling how it went, by messages. It does little more than to write and to count, so
// that it takes little of the processors that it shares with what is measured.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { HitLoad, SentHits } from '../lib/hit-load.ts'

process.on('message', (load: HitLoad) => {
  const work = load.perSecond === undefined ? sendAtMost(load) : sendSteadily(load, load.perSecond)
  work.then(
    (sent) => process.send?.(sent),
    (error: unknown) => process.send?.({ failure: String(error) }),
  )
})

interface Connection {
  /** Resolves with the status of the answer. One at a time. */
  send(): Promise<number>
  end(): void
}

/** On every connection the next one as soon as the last one is answered. */
async function sendAtMost({ url, articles, connections, seconds }: HitLoad): Promise<SentHits> {
  const end = performance.now() + seconds * 1000
  const sent = { count: 0, failures: 0, seconds, took: [] }
  const run = async (connection: Connection) => {
    while (performance.now() < end) count(sent, await connection.send())
    connection.end()
  }
  await Promise.all(Array.from({ length: connections }, (_, n) => run(open(url, articles, n))))
  return sent
}

/** So many a second, whether or not those before are answered: waiting begins when a hit was to be sent. */
async function sendSteadily({ url, articles, connections, seconds, warmUp = 0 }: HitLoad, perSecond: number): Promise<SentHits> {
  const sent: SentHits = { count: 0, failures: 0, seconds, took: [] }
  const free = Array.from({ length: connections }, (_, n) => open(url, articles, n))
  const all = [...free]
  const [begun, total] = [performance.now(), Math.round(perSecond * (warmUp + seconds))]
  const due: number[] = []
  const sending = new Set<Promise<void>>()
  const sendNext = async (connection: Connection): Promise<void> => {
    for (let at = due.shift(); at !== undefined; at = due.shift()) {
      count(sent, await connection.send())
      if (at >= begun + warmUp * 1000) sent.took.push(performance.now() - at)
    }
    free.push(connection)
  }
  for (let planned = 0; planned < total; ) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    for (; planned < total && begun + (planned * 1000) / perSecond <= performance.now(); planned += 1)
      due.push(begun + (planned * 1000) / perSecond)
    for (let n = due.length; n > 0 && free.length > 0; n -= 1) {
      const work = sendNext(free.pop() as Connection)
      sending.add(work)
      work.finally(() => sending.delete(work))
    }
  }
  await Promise.all(sending)
  for (const connection of all) connection.end()
  return sent
}

function count(sent: SentHits, status: number): void {
  sent.count += 1
  if (status !== 204) sent.failures += 1
}

let next = 0
const run = randomBytes(4).toString('hex')

function open(url: string, articles: string[], reader: number): Connection {
  const { hostname, port } = new URL(url)
  const socket: Socket = connect(Number(port), hostname).setNoDelay()
  const head = `POST /api/v1/analytics/hits HTTP/1.1\r\nhost: localhost\r\nuser-agent: Mozilla/5.0 (X11; Linux x86_64) Firefox/142.0 `
  let settle: (status: number) => void = () => undefined
  socket.setEncoding('latin1').on('data', (text: string) => settle(Number(text.slice(9, 12))))
  socket.on('error', () => settle(0)).on('close', () => settle(0))
  return {
    send: () =>
      new Promise((resolve) => {
        settle = resolve
        const n = ++next
        const id = `${run}-${(n & 0xffff).toString(16).padStart(4, '0')}-4000-8000-${n.toString(16).padStart(12, '0')}`
        const what = n % 3 === 0 ? '"path":"/"' : `"articleId":"${articles[n % articles.length]}"`
        const body = `{"id":"${id}",${what},"entry":${n % 3 === 0},"referrer":"https://www.google.com/"}`
        socket.write(`${head}${reader}.${n % 20}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
      }),
    end: () => void socket.destroy(),
  }
}
