import type { Table } from '@bantin/shared/tables'
import { workApart } from '../work-apart.ts'
import type { TableOrder } from './order.ts'

const script = new URL('./read.process.ts', import.meta.url)

/** Reads in a process of its own. Throws `file_not_accepted`, `file_too_large`, `file_unreadable`, `unavailable`. */
export async function readApart(order: TableOrder): Promise<Table> {
  return await workApart(script, order)
}
