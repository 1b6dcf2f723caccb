import { constants, setPriority } from 'node:os'
import { type RenderingOrder, renderAll } from './render-all.ts'

// Run by render-apart.ts as a process of its own: one picture, one answer, the end. Whoever asks for pages goes before it.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

process.once('message', async (order: RenderingOrder) => {
  const answer = await renderAll(order).catch((error: unknown) => ({ problem: error instanceof Error ? error.message : 'unknown' }))
  process.send?.(answer, () => process.disconnect())
})
// Nobody waits for the answer any more.
process.once('disconnect', () => process.exit())
