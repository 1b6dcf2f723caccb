import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ProblemError } from '../../errors.ts'
import { takeTurns } from '../../lib/take-turns.ts'
import type { ConversionOrder, Converted, Refusal } from './order.ts'

const script = fileURLToPath(new URL('./convert.process.ts', import.meta.url))
const longest = 20_000
const limits = ['--max-old-space-size=400', '--stack-size=900']
const turn = takeTurns({ atOnce: 2, waiting: 20 })

/**
 * Converts in a process of its own: long texts keep nobody waiting for other answers, and what breaks a parser, or takes all memory there
 * is for it, ends nothing else. Throws `file_not_accepted`, `file_unreadable` (also for what takes too long or too much), `unavailable`
 * when too many wait.
 */
export async function convertApart(order: ConversionOrder): Promise<Converted> {
  const answer = await turn(() => runProcess(order))
  if ('converted' in answer) return answer.converted
  throw new ProblemError(answer.refusal.code, { detail: answer.refusal.detail })
}

type Answer = { converted: Converted } | { refusal: Refusal }
const tooMuch: Answer = { refusal: { code: 'file_unreadable', detail: 'It is damaged, or takes too long or too much to read.' } }

async function runProcess(order: ConversionOrder): Promise<Answer> {
  // Without our environment: it needs none of the secrets.
  const child = fork(script, [String(longest + 1000)], {
    env: {},
    execArgv: limits,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  const ended = endOf(child)
  const timer = setTimeout(() => child.kill('SIGKILL'), longest)
  const answered = once(child, 'message').then(([message]) => message as Answer)
  child.send(order, () => undefined)
  try {
    // An end without an answer is one too, by an error or by us.
    return await Promise.race([answered, ended.then(() => tooMuch)])
  } finally {
    await ended
    clearTimeout(timer)
  }
}

/** Resolves when the process is gone, or could not be started: then the answer is the error of that. */
async function endOf(child: ChildProcess): Promise<void> {
  await once(child, 'exit').catch(() => undefined)
}
