import type { EditorialEvent, EditorialEvents } from '@bantin/shared/editorial-events'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { send } from './factories.ts'
import type { SignedInForTest } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

/** A poll for events. */
export async function pollEvents(it: TestApp, as: SignedInForTest, query: { after?: string; wait?: number } = {}) {
  const given = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return await send(it, as, 'GET', `/events?${given.join('&')}`)
}

/** The cursor of now, once all that was done before is behind it: open transactions of other tests hold it back for a while. */
export async function cursorOfNow(it: TestApp, as: SignedInForTest): Promise<string> {
  let cursor = ''
  await expect
    .poll(async () => {
      cursor = (await pollEvents(it, as)).json().cursor
      const { rows } = await it.database.db.execute(sql`SELECT FROM audit_log WHERE transaction >= ${cursor.split(':')[0]}::xid8`)
      return rows.length
    })
    .toBe(0)
  return cursor
}

/** A desk that listens from now on. What happens may come late, for the same reason: `take` waits for as many events as it is told. */
export async function openDesk(it: TestApp, as: SignedInForTest) {
  let cursor = await cursorOfNow(it, as)
  return {
    cursor: () => cursor,
    async take(count: number): Promise<EditorialEvent[]> {
      const taken: EditorialEvent[] = []
      while (taken.length < count) {
        const answer = (await pollEvents(it, as, { after: cursor, wait: 5 })).json<EditorialEvents>()
        taken.push(...answer.data)
        cursor = answer.cursor
      }
      return taken
    },
  }
}

/** Two polls that wait: of three of one session the one that finds no seat is answered, and then the others have theirs. */
export async function waitTwice<T extends { statusCode: number }>(poll: () => Promise<T>): Promise<{ answers: Promise<T[]>; third: T }> {
  const polls = [poll(), poll(), poll()]
  const [third, place] = await Promise.race(polls.map(async (one, index) => [await one, index] as const))
  expect(third.statusCode).toBe(429)
  return { third, answers: Promise.all(polls.filter((_, index) => index !== place)) }
}
