import { addDays, lastOfMonth } from '@bantin/shared/days'
import type { Db } from '../../db/client.ts'
import { readClocks } from '../clocks.repository.ts'
import { deleteMonthsFrom, findProgress, firstWithItsHits, lockRollUps, saveProgress, waitForWriters } from './progress.repository.ts'
import { rollUpDay } from './roll-up-day.repository.ts'
import { rollUpMonth, rollUpTotal } from './roll-up-months.repository.ts'

/**
 * Brings the roll-ups of every site up to date: makes all open days anew, and closes those that are over, one after the other. In this
 * order, since a writer that stands still keeps days from being closed and should keep no figures from being shown. May run several times
 * at once and stop anywhere: each day that is closed is one transaction. `at` is the moment instead of now.
 */
export async function rollUp(db: Db, at: Date | null = null): Promise<void> {
  for (const { siteId } of await readClocks(db, at)) {
    await rollUpOpenDays(db, siteId, at)
    await closeDays(db, siteId, at)
  }
}

/**
 * Has roll-ups made anew from the day on, of which some hits were written behind its end. A day whose hits are gone keeps its figures, which
 * nothing could make again, and so do all days before it.
 */
export async function reopenDays(db: Db, siteId: string, from: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockRollUps(tx)
    const { closedThrough } = await findProgress(tx, siteId, null)
    const first = await firstWithItsHits(tx, siteId, from, closedThrough)
    if (first > closedThrough) return
    await deleteMonthsFrom(tx, siteId, first)
    await rollUpTotal(tx, siteId)
    await saveProgress(tx, siteId, addDays(first, -1))
  })
}

async function closeDays(db: Db, siteId: string, at: Date | null): Promise<void> {
  const { ended } = await db.transaction((tx) => findProgress(tx, siteId, at))
  if (ended === 0) return
  await waitForWriters(db)
  for (let left = ended; left > 0; left--) if (!(await closeDay(db, siteId, at))) return
}

/** Closes the first day that is over and still open, if there is one. */
async function closeDay(db: Db, siteId: string, at: Date | null): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockRollUps(tx)
    const { open, ended } = await findProgress(tx, siteId, at)
    const [day] = open
    if (ended === 0 || day === undefined) return false
    await rollUpDay(tx, { siteId, day })
    if (lastOfMonth(day) === day) {
      await rollUpMonth(tx, siteId, day)
      await rollUpTotal(tx, siteId)
    }
    await saveProgress(tx, siteId, day)
    return true
  })
}

async function rollUpOpenDays(db: Db, siteId: string, at: Date | null): Promise<void> {
  await db.transaction(async (tx) => {
    await lockRollUps(tx)
    const { open, closedThrough } = await findProgress(tx, siteId, at)
    for (const day of open) await rollUpDay(tx, { siteId, day })
    await saveProgress(tx, siteId, closedThrough)
  })
}
