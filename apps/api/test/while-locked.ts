import { type SQL, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { TestApp } from './test-app.ts'

/** Starts the work while the lock is held and lets go when so many of its connections wait: then they truly meet, on any machine. */
export async function whileLocked<T>({ database }: TestApp, lock: SQL, waiting: number, work: () => Promise<T>): Promise<T> {
  const running = await database.db.transaction(async (tx) => {
    await tx.execute(lock)
    const started = work()
    started.catch(() => undefined)
    await expect.poll(() => countWaiting(database)).toBe(waiting)
    return { started }
  })
  return running.started
}

/** Does all of the work while the lock is held: whatever needs it is not done. */
export async function underLock<T>({ database }: TestApp, lock: SQL, work: () => Promise<T>): Promise<T> {
  return await database.db.transaction(async (tx) => {
    await tx.execute(lock)
    return await work()
  })
}

/** How many connections wait for a lock. To be asked outside a transaction, in which the list of activity stays as it was first seen. */
export async function countWaiting({ db }: TestApp['database']): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.n ?? 0
}
