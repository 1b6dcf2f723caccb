import { Worker } from 'node:worker_threads'
import { type Refusal, RefusedFile } from './refused-file.ts'

/** What a process of its own answers. */
export type Answer<Done> = { done: Done } | { refusal: Refusal }

/**
 * The whole of a process that `workApart` starts: one order, one answer, the end. Whatever is thrown but a `RefusedFile` ends it without
 * one.
 */
export function answerApart<Order, Done>(work: (order: Order) => Promise<Done>): void {
  process.once('message', async (order: Order) => {
    const answer = await work(order).then(
      (done): Answer<Done> => ({ done }),
      (error: unknown): Answer<Done> => {
        if (error instanceof RefusedFile) return { refusal: error.refusal }
        throw error
      },
    )
    process.send?.(answer, () => process.disconnect())
  })
  endInTime()
}

/**
 * Whoever started us ends us when it takes too long. Where he is killed himself, only a thread of its own sees it: while a parser works,
 * nothing else is heard here.
 */
function endInTime(): void {
  const [, , longest] = process.argv
  new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${Number(longest)})`, { eval: true }).unref()
  // Nobody waits for the answer any more.
  process.once('disconnect', () => process.exit())
}
