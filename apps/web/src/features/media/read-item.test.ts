import { expect, test } from 'vitest'
import { createApiClient } from '../../lib/api-client.ts'
import { readItem } from './read-item.ts'
import { idOf, page, pictureOf } from './test-media.ts'

function apiOf(known: (id: string) => boolean) {
  const asked: string[][] = []
  const fetch = async (url: RequestInfo | URL): Promise<Response> => {
    const ids = new URL(String(url), 'http://site').searchParams.get('ids')?.split(',') ?? []
    asked.push(ids)
    return Response.json(page(ids.filter(known).map((id) => pictureOf({ id }))))
  }
  return { api: createApiClient({ fetch: fetch as typeof globalThis.fetch }), asked }
}

test('files that are asked for at the same moment are one request, and what does not exist is said', async () => {
  const { api, asked } = apiOf((id) => id !== idOf(2))
  const items = await Promise.all([1, 2, 3, 1].map((n) => readItem(api, idOf(n))))
  expect(items.map((item) => item?.id ?? null)).toEqual([idOf(1), null, idOf(3), idOf(1)])
  expect(asked).toEqual([[idOf(1), idOf(2), idOf(3)]])
  await readItem(api, idOf(4))
  expect(asked).toHaveLength(2)
})

test('no request names more than a hundred', async () => {
  const { api, asked } = apiOf(() => true)
  const items = await Promise.all(Array.from({ length: 130 }, (_, n) => readItem(api, idOf(n))))
  expect(items.every((item) => item !== null)).toBe(true)
  expect(asked.map((ids) => ids.length)).toEqual([100, 30])
})
