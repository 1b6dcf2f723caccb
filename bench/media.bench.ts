import { setTimeout as pause } from 'node:timers/promises'
import { commented, noisyPhoto } from '../apps/api/test/noisy-photo.ts'
import { askOnAndOn, percentile } from './lib/ask-on-and-on.ts'
import { publishReport } from './lib/report.ts'
import { runApp } from './lib/running-app.ts'
import { watchMemory } from './lib/watch-memory.ts'

/** `pnpm bench media 5` uploads fewer. */
const photos = Number(process.argv[2] ?? 20)
const [width, height] = [6000, 4000]
/** Readers and editors who ask all the while. */
const askers = 4
const quietFor = 10_000
/** After which it is given up. */
const longest = 600_000
/** What is asked of it: MB of all processes but PostgreSQL's, and milliseconds within which 99 of 100 other answers come. */
const [mostMemory, slowestAnswer] = [512, 250]

const photo = await noisyPhoto(width, height)
const app = await runApp()
const memory = watchMemory(app.pid)
const headers = { authorization: `Bearer ${await app.signIn()}` }
const asked = [
  { url: `${app.url}/api/v1/articles?limit=20` },
  { url: `${app.url}/api/v1/editorial/articles?limit=20`, headers },
  { url: `${app.url}/api/v1/articles?limit=20` },
  { url: `${app.url}/api/v1/editorial/media?limit=20`, headers },
]

try {
  const quiet = await measured('nothing is uploaded', () => pause(quietFor))
  const uploads = await measured(`${photos} photos are uploaded at once`, () => Promise.all(Array.from({ length: photos }, upload)))
  const renderings = await measured('their renderings are made', untilRendered)
  const rows = [quiet, uploads, renderings]
  const bars = [
    { what: `memory ≤ ${mostMemory} MB`, isReached: rows.every((row) => row['memory MB'] <= mostMemory) },
    { what: `99 of 100 answers within ${slowestAnswer} ms`, isReached: rows.every((row) => row['p99 ms'] <= slowestAnswer) },
  ]
  const size = (photo.length / 1e6).toFixed(1)
  const about = `${photos} photos of ${width} × ${height}, ${size} MB each, by HTTP; lists asked for by ${askers} meanwhile. The event loop's delay is of the application, memory of it and what it started but PostgreSQL`
  await publishReport({ name: 'media', about, rows, bars })
} finally {
  memory.end()
  await app.stop()
}

async function measured(what: string, work: () => Promise<unknown>) {
  await app.metrics()
  memory.most()
  const begun = performance.now()
  const others = askOnAndOn(asked, askers)
  await work()
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  const took = await others.end()
  const metrics = await app.metrics()
  const delay = (name: string) => Math.round((metrics.get(`bantin_nodejs_eventloop_lag_${name}_seconds`) ?? 0) * 1000)
  const { all, main } = memory.most()
  console.log(`${what}: ${seconds} s`)
  return {
    'while …': what,
    seconds,
    answers: took.length,
    'p50 ms': Math.round(percentile(took, 0.5)),
    'p99 ms': Math.round(percentile(took, 0.99)),
    'loop p50': delay('p50'),
    'loop p99': delay('p99'),
    'loop max': delay('max'),
    'memory MB': all,
    'of it the api': main,
  }
}

async function upload(_: unknown, index: number): Promise<void> {
  const body = new FormData()
  body.append(
    'file',
    new Blob([new Uint8Array(commented(photo, `photo ${index} of ${photos}`))], { type: 'image/jpeg' }),
    `anh-${index}.jpg`,
  )
  const answer = await fetch(`${app.url}/api/v1/editorial/media`, { method: 'POST', body, headers, signal: AbortSignal.timeout(longest) })
  if (answer.status !== 201) throw new Error(`An upload answered ${answer.status}: ${await answer.text()}`)
}

async function untilRendered(): Promise<void> {
  for (const end = performance.now() + longest; performance.now() < end; await pause(500)) {
    const answer = await fetch(`${app.url}/api/v1/editorial/media?limit=${photos}&me=true`, { headers })
    const { data } = (await answer.json()) as { data: { rendering: string }[] }
    if (data.length === photos && data.every(({ rendering }) => rendering === 'ready')) return
  }
  throw new Error('The renderings are not made.')
}
