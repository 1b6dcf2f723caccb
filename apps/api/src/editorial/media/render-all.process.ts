import { setPriority } from 'node:os'
import { type RenderingOrder, renderAll } from './render-all.ts'

// Run by render-apart.ts as a process of its own: one picture, one answer, the end. Whoever asks for pages goes before it.
// Not much lower: on a machine whose processors are never idle it would not come to an end.
setPriority(5)

process.once('message', async (order: RenderingOrder) => {
  const answer = await renderAll(order).catch((error: unknown) => ({ problem: error instanceof Error ? error.message : 'unknown' }))
  process.send?.(answer, () => process.disconnect())
})
// Nobody waits for the answer any more.
process.once('disconnect', () => process.exit())
