import type { Db } from '../db/client.ts'
import { fieldProblem } from '../errors.ts'
import { findDays } from './asked-days.repository.ts'

/** The days of a list that counts: without any the last thirty. Throws `invalid_request` where the first is behind the last. */
export async function readDays(db: Db, asked: { from?: string; to?: string }): Promise<{ from: string; to: string }> {
  const lastThirty = await findDays(db, asked.to, 29)
  const { from, to } = { ...lastThirty, ...(asked.from && { from: asked.from }) }
  if (from > to) throw fieldProblem('invalid_request', { in: 'query', name: 'from', code: 'order', message: `It is after ${to}.` })
  return { from, to }
}
