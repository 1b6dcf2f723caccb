import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Rendered, RenderingOrder } from './render-all.ts'

const script = fileURLToPath(new URL('./render-all.process.ts', import.meta.url))

/** Not our environment: it needs none of the secrets. One thread and one place for memory keep it a quarter smaller. */
const frugal = { UV_THREADPOOL_SIZE: '1', MALLOC_ARENA_MAX: '1' }

/** A picture of 120 megapixels takes half a minute of a slow core. */
const longest = 300_000

/**
 * Makes the renderings of a picture in a process of its own, of lower priority: it takes neither the processor from whoever waits for an
 * answer nor keeps its memory, and a picture that breaks the decoder ends nothing else. Throws when it cannot be rendered, and when the
 * signal ends it.
 */
export async function renderApart(order: RenderingOrder, signal: AbortSignal): Promise<Rendered> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(longest)])
  const child = fork(script, {
    env: frugal,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    signal: limit,
    killSignal: 'SIGKILL',
  })
  const ended = once(child, 'exit')
  const answered = new Promise<Rendered | { problem: string }>((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Rendered | { problem: string }))
    child.once('error', reject)
    ended.then(([code, by]) => reject(new Error(`A process that rendered a picture ended with ${code ?? by}.`)), reject)
  })
  child.send(order, () => undefined)
  const answer = await answered
  await ended
  if ('problem' in answer) throw new Error(`A picture cannot be rendered: ${answer.problem}`)
  return answer
}
