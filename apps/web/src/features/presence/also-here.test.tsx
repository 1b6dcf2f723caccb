import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApiClient } from '../../lib/api-client.ts'
import { createQueryClient } from '../../lib/query-client.ts'
import { AlsoHere } from './also-here.tsx'

let sent: { line: string; keepalive: boolean }[]
let others: string[]
let status: number

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  others = []
  status = 200
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  Reflect.deleteProperty(document, 'visibilityState')
})

function open(gone = false) {
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    sent.push({ line: `${init.method} ${String(input)}`, keepalive: init.keepalive === true })
    if (init.method === 'DELETE') return new Response(null, { status: 204 })
    return Response.json({ data: others.map((name) => ({ id: name, name, seenAt: '' })) }, { status })
  }
  const client = createQueryClient(createApiClient({ fetch }))
  return render(
    <QueryClientProvider client={client}>
      <AlsoHere articleId="a1" gone={gone} />
    </QueryClientProvider>,
  )
}

const presence = '/api/v1/editorial/articles/a1/presence'
const puts = () => sent.filter(({ line }) => line === `PUT ${presence}`).length
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

function show(visibility: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true })
  window.dispatchEvent(new Event('visibilitychange'))
}

test('the others are named, and asked about every twenty seconds', async () => {
  others = ['An', 'Bình']
  open()
  await seconds(1)
  expect(screen.getByRole('status').textContent).toContain('Cũng đang mở: An, Bình')
  others = []
  await seconds(20)
  expect([puts(), screen.getByRole('status').textContent]).toEqual([2, ''])
})

test('a page out of sight says nothing, and speaks at once when it is seen again', async () => {
  open()
  await seconds(1)
  show('hidden')
  await seconds(120)
  expect(puts()).toBe(1)
  show('visible')
  await seconds(1)
  expect(puts()).toBe(2)
})

test('closing the article is said, by a request that outlives the page', async () => {
  const { unmount } = open()
  await seconds(1)
  unmount()
  await seconds(1)
  expect(sent.at(-1)).toEqual({ line: `DELETE ${presence}`, keepalive: true })
})

test('an article that is no more is neither open nor left', async () => {
  const { unmount } = open(true)
  await seconds(30)
  unmount()
  await seconds(1)
  expect(sent).toEqual([])
})

test('closing the page is said too', async () => {
  open()
  await seconds(1)
  window.dispatchEvent(new Event('pagehide'))
  await seconds(0)
  expect(sent.at(-1)).toEqual({ line: `DELETE ${presence}`, keepalive: true })
})

test('nobody is named who may have left by now: after a failure the line is empty', async () => {
  others = ['An']
  open()
  await seconds(1)
  status = 503
  await seconds(20)
  expect(screen.getByRole('status').textContent).toBe('')
})
