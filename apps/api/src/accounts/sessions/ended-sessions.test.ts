import { expect, test } from 'vitest'
import { endedSessions } from './ended-sessions.ts'

test('the log counts all sessions that ended, and names fifty at most', () => {
  const ids = Array.from({ length: 51 }, (_, n) => `session ${n}`)
  expect(endedSessions(ids)).toEqual({ count: 51, sessions: ids.slice(0, 50) })
  expect(endedSessions(ids.slice(0, 1))).toEqual({ count: 1, sessions: ['session 0'] })
})
