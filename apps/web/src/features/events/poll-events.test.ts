import type { EditorialEvents } from '@bantin/shared/editorial-events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../../lib/api-error.ts'
import { delayAfter, pollEvents } from './poll-events.ts'

let leaving: AbortController
let asked: (string | undefined)[]
let heard: string[]
let pauses: number[]
let sessions: number
let cursor: string | undefined

beforeEach(() => {
  vi.useFakeTimers()
  leaving = new AbortController()
  asked = []
  heard = []
  pauses = []
  sessions = 0
  cursor = undefined
})
afterEach(() => vi.useRealTimers())

type Step = EditorialEvents | Error

const nothing = (at: string): EditorialEvents => ({ data: [], cursor: at })
const something = (at: string): EditorialEvents => {
  const by = { id: 'lan', name: 'Lan' }
  return { data: [{ at: '', action: 'article.edit', articleId: 'a', mediaId: null, version: 2, by, fields: [] }], cursor: at }
}

/** Polls a server that answers in these steps, each after so many milliseconds; after the last one the page is left. */
async function poll(steps: Step[], milliseconds = 5000): Promise<void> {
  const answers = [...steps]
  await pollEvents({
    ask: async (after) => {
      asked.push(after)
      const answer = answers.shift()
      if (answers.length === 0) leaving.abort()
      vi.setSystemTime(Date.now() + milliseconds)
      if (!answer || answer instanceof Error) throw answer
      return answer
    },
    cursor: () => cursor,
    onAnswer: (answer) => {
      heard.push(answer.cursor)
      cursor = answer.cursor
    },
    pause: async (wait) => void pauses.push(wait),
    sessionChange: async () => {
      sessions += 1
    },
    signal: leaving.signal,
  })
}

const offline = () => new ApiError('network', 0)

test('each poll goes on where the one before ended', async () => {
  await poll([nothing('1:0'), something('2:0'), nothing('3:0')])
  expect([asked, heard, pauses]).toEqual([[undefined, '1:0', '2:0'], ['1:0', '2:0', '3:0'], []])
})

test('failures are followed by ever longer rests, a success by none; a minute is the most', async () => {
  await poll([offline(), new ApiError('unavailable', 503), something('1:0'), offline(), nothing('2:0')])
  expect(pauses).toHaveLength(3)
  const [first = 0, second = 0, third = 0] = pauses
  expect([first >= 500 && first <= 1000, second >= 1000 && second <= 2000, third >= 500 && third <= 1000]).toEqual([true, true, true])
  expect([0, 1, 5, 6, 60].map((failures) => delayAfter(failures, () => 1))).toEqual([1000, 2000, 32_000, 60_000, 60_000])
})

test('without a session nothing is asked until something about it changes', async () => {
  await poll([new ApiError('session_ended', 401), nothing('1:0')])
  expect([sessions, pauses, asked.length]).toEqual([1, [], 2])
})

test('whoever is asked for a second factor first asks nothing until something about that changes', async () => {
  await poll([new ApiError('second_factor_required', 403), new ApiError('forbidden', 403), nothing('1:0')])
  expect([sessions, pauses.length, asked.length]).toEqual([1, 1, 3])
})

test('a server that answers at once that nothing happened is not asked in a circle', async () => {
  await poll([nothing('1:0'), nothing('1:0'), nothing('1:0'), nothing('1:0')], 3)
  expect(pauses).toEqual([1000, 1000, 1000])
})

test('leaving ends it without a word', async () => {
  await poll([something('1:0'), new Error('left')])
  expect([heard, pauses]).toEqual([['1:0'], []])
})
