import { setImmediate } from 'node:timers/promises'
import { is } from 'drizzle-orm'
import { PgTransaction } from 'drizzle-orm/pg-core'
import { codesOf } from '../errors.ts'
import type { Db } from './client.ts'

interface Asked<Item, Answer> {
  item: Item
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/** So many share a statement at the most: while the database works for these, what the next ones ask is made. */
export const mostTogether = 50

/**
 * A statement that answers many items as one: what is asked at one moment in one transaction is asked once. So moves that are made side by
 * side cost the statements of one move, and each still reads as if it were alone. Answers in the order of the items; fails for all
 * alike, as the transaction has failed by then. Outside a transaction each is asked alone: strangers share nothing.
 */
export function together<Item, Answer>(ask: (tx: Db, items: Item[]) => Promise<Answer[]>): (tx: Db, item: Item) => Promise<Answer> {
  const waiting = new WeakMap<Db, Asked<Item, Answer>[]>()

  async function askAll(tx: Db): Promise<void> {
    const asked = waiting.get(tx) ?? []
    waiting.delete(tx)
    if (asked.length === 0) return
    try {
      const answers = await ask(
        tx,
        asked.map(({ item }) => item),
      )
      for (const [index, { resolve }] of asked.entries()) resolve(answers[index] as Answer)
    } catch (error) {
      // What failed because its transaction had failed is heard of behind the reason, however long the way of that is.
      if (codesOf(error).includes('25P02')) await setImmediate()
      for (const { reject } of asked) reject(error)
    }
  }

  return async (tx, item) => {
    if (!is(tx, PgTransaction)) return (await ask(tx, [item]))[0] as Answer
    return await new Promise((resolve, reject) => {
      const asked = waiting.get(tx) ?? []
      asked.push({ item, resolve, reject })
      waiting.set(tx, asked)
      if (asked.length === mostTogether) void askAll(tx)
      // Behind everything that goes on at this moment.
      else if (asked.length === 1) process.nextTick(() => askAll(tx))
    })
  }
}
