import type { Db } from '../db/client.ts'

/** What work comes to that is done and not kept: so that trying something and doing it come to the same. Throws what the work throws. */
export async function tryOut<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const tried = new Tried<T>()
  try {
    await db.transaction(async (tx) => {
      tried.answer = await work(tx)
      throw tried
    })
  } catch (error) {
    if (error !== tried) throw error
  }
  return tried.answer as T
}

/** Thrown so that nothing of a transaction is kept. */
class Tried<T> extends Error {
  answer: T | undefined
}
