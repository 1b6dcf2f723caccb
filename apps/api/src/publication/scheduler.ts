import type { Db } from '../db/client.ts'
import { type Repetition, reasonOf } from '../lib/repeat.ts'
import { runRounds } from '../lib/rounds.ts'
import { doDue, findDue, postpone } from './due.ts'

const atOnce = 20

/**
 * Publishes and withdraws what is due, at once and then every second, in every process: each article in a transaction of its own, by
 * whoever locks it first. One that fails is a line in the log and tried again later; the others go on.
 */
export function startScheduler(db: Db, log: (line: string) => void): Repetition {
  const stopping = new AbortController()
  const { signal } = stopping
  const rounds = runRounds({ name: 'What is due could not be seen to', log }, async (lookAgain) => {
    if (await doRound(db, log, signal)) lookAgain()
  })
  return {
    async stop() {
      stopping.abort()
      await rounds.stop()
    },
  }
}

/** One look at what is due. Answers whether there may be more that can be done now: not where all of it failed or others have it. */
export async function doRound(db: Db, log: (line: string) => void, signal: AbortSignal): Promise<boolean> {
  const ids = await findDue(db, atOnce).catch((error: unknown) => {
    log(`What is due could not be read: ${reasonOf(error)}`)
    return []
  })
  let done = 0
  for (const id of ids) {
    if (signal.aborted) return false
    if (await tryDue(db, log, id)) done += 1
  }
  return done > 0 && ids.length === atOnce
}

async function tryDue(db: Db, log: (line: string) => void, id: string): Promise<boolean> {
  try {
    return await doDue(db, id)
  } catch (error) {
    log(`Article ${id} is due and failed: ${reasonOf(error)}`)
    await postpone(db, id).catch(() => undefined)
    return false
  }
}
