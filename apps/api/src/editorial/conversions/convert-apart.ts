import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ProblemError } from '../../errors.ts'
import { takeTurns } from '../../lib/take-turns.ts'
import type { ConversionOrder, Converted, Refusal } from './order.ts'

const script = new URL('./convert.worker.ts', import.meta.url)
const longest = 20_000
const resourceLimits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
const turn = takeTurns({ atOnce: 2, waiting: 20 })

/**
 * Converts in a thread of its own: long texts keep nobody waiting for other answers, and what breaks a parser ends nothing else.
 * Throws `file_not_accepted`, `file_unreadable` (also for what takes too long or too much memory), `unavailable` when too many wait.
 */
export async function convertApart(order: ConversionOrder): Promise<Converted> {
  return await turn(() => runThread(order))
}

async function runThread(order: ConversionOrder): Promise<Converted> {
  // Without our environment: it needs none of the secrets.
  const worker = new Worker(script, { workerData: order, resourceLimits, env: {}, execArgv: [] })
  const timer = setTimeout(() => void worker.terminate(), longest)
  // An end without an answer is one too, by an error or by us.
  const answer = await Promise.race([once(worker, 'message'), once(worker, 'exit')])
    .then(([message]) => (typeof message === 'object' ? (message as Answer) : tooMuch))
    .catch(() => tooMuch)
    .finally(() => clearTimeout(timer))
  await worker.terminate()
  if ('converted' in answer) return answer.converted
  throw new ProblemError(answer.refusal.code, { detail: answer.refusal.detail })
}

type Answer = { converted: Converted } | { refusal: Refusal }
const tooMuch: Answer = { refusal: { code: 'file_unreadable', detail: 'It is damaged, or takes too long or too much to read.' } }
