import { workApart } from '../work-apart.ts'
import type { ConversionOrder, Converted } from './order.ts'

const script = new URL('./convert.process.ts', import.meta.url)

/** Converts in a process of its own. Throws `file_not_accepted`, `file_unreadable`, `unavailable`. */
export async function convertApart(order: ConversionOrder): Promise<Converted> {
  return await workApart(script, order)
}
