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
// Nobody waits for the answer any more.
process.once('disconnect', () => process.exit())
