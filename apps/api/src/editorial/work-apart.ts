import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ProblemError } from '../errors.ts'
import { takeTurns } from '../lib/take-turns.ts'
import type { Answer } from './answer-apart.ts'

const longest = 20_000
const limits = ['--max-old-space-size=400', '--stack-size=900']
/** One gate for all of them: they cost the memory of one machine. */
const turn = takeTurns({ atOnce: 2, waiting: 20 })

/**
 * Has `script`, which calls `answerApart`, work in a process of its own: long files keep nobody waiting for other answers, and what breaks a
 * parser, or takes all memory there is for it, ends nothing else. Throws the refusal that the script answers, `file_unreadable` for what takes
 * too long or too much, `unavailable` when too many wait.
 */
export async function workApart<Order, Done>(script: URL, order: Order): Promise<Done> {
  const answer = await turn(() => runProcess<Done>(fileURLToPath(script), order))
  if ('done' in answer) return answer.done
  throw new ProblemError(answer.refusal.code, { detail: answer.refusal.detail })
}

const tooMuch = { refusal: { code: 'file_unreadable', detail: 'It is damaged, or takes too long or too much to read.' } } as const

async function runProcess<Done>(script: string, order: unknown): Promise<Answer<Done>> {
  // Without our environment: it needs none of the secrets.
  const child = fork(script, [String(longest + 1000)], {
    env: {},
    execArgv: limits,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  const ended = endOf(child)
  const timer = setTimeout(() => child.kill('SIGKILL'), longest)
  const answered = once(child, 'message').then(([message]) => message as Answer<Done>)
  child.send(order as object, () => undefined)
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
