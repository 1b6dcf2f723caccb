import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi } from '../../../test/recording-api.tsx'
import { createApiClient } from '../../lib/api-client.ts'
import { createQueryClient } from '../../lib/query-client.ts'
import { mediaItemQuery } from './media.api.ts'
import { idOf, page, pictureOf } from './test-media.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function shown(answers: (() => object | number)[], milliseconds: number) {
  let turn = 0
  const api = recordingApi({ [`GET /media?ids=${idOf(1)}`]: () => answers[turn++]?.() ?? 404 })
  const observer = new QueryObserver(createQueryClient(createApiClient({ fetch: api.fetch })), mediaItemQuery(idOf(1)))
  const leave = observer.subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(milliseconds)
  leave()
  return { item: observer.getCurrentResult().data, asked: api.sent.map(({ line }) => line) }
}

test('a picture of a text comes by itself once the server can be reached again', async () => {
  const busy = () => problem({ status: 503 })
  const { item } = await shown([busy, busy, busy, () => page([pictureOf({ id: idOf(1) })])], 30_000)
  expect(item?.id).toBe(idOf(1))
})

test('what is refused for good is not asked for again', async () => {
  const { item, asked } = await shown([() => problem({ status: 403 })], 60_000)
  expect(item).toBeUndefined()
  expect(asked).toEqual([`GET /media?ids=${idOf(1)}`])
})
