import { Worker } from 'node:worker_threads'
import { convert } from './convert.ts'
import { type ConversionOrder, RefusedFile } from './order.ts'

// Run by convert-apart.ts as a process of its own: one order, one answer, the end. Whatever else is thrown ends it without one.
process.once('message', async (order: ConversionOrder) => {
  const answer = await convert(order).then(
    (converted) => ({ converted }),
    (error: unknown) => {
      if (error instanceof RefusedFile) return { refusal: error.refusal }
      throw error
    },
  )
  process.send?.(answer, () => process.disconnect())
})
// Whoever started us ends us when it takes too long. Where he is killed himself, only a thread of its own sees it: while a parser
// works, nothing else is heard here.
const [, , longest] = process.argv
new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${Number(longest)})`, { eval: true }).unref()
// Nobody waits for the answer any more.
process.once('disconnect', () => process.exit())
