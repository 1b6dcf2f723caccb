import type { EditorialEvents } from '@bantin/shared/editorial-events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shareEvents } from './share-events.ts'

/** The browser's locks: one holder at a time, the others in the order in which they came. */
function createLocks() {
  const queues = new Map<string, Promise<unknown>>()
  return {
    request: (name: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>): Promise<void> => {
      const before = queues.get(name) ?? Promise.resolve()
      const run = before.then(() => (signal.aborted ? Promise.reject(signal.reason) : work()))
      queues.set(
        name,
        run.catch(() => undefined),
      )
      return run
    },
  }
}

interface Page {
  heard: string[]
  asked: (string | undefined)[]
  /** Answers the poll that the page waits for. */
  answer: (answer: EditorialEvents) => void
  close: () => void
}

const pages: Page[] = []

function openPage(userId: string): Page {
  const leaving = new AbortController()
  const waiting: ((answer: EditorialEvents) => void)[] = []
  const page: Page = {
    heard: [],
    asked: [],
    answer: (answer) => waiting.shift()?.(answer),
    close: () => leaving.abort(),
  }
  shareEvents({
    userId,
    ask: (after) =>
      new Promise((resolve, reject) => {
        page.asked.push(after)
        waiting.push(resolve)
        leaving.signal.addEventListener('abort', () => reject(leaving.signal.reason))
      }),
    onEvents: (events) => page.heard.push(...events.map((event) => event.articleId ?? '')),
    sessionChange: async () => undefined,
    signal: leaving.signal,
  })
  pages.push(page)
  return page
}

const about = (articleId: string, cursor: string): EditorialEvents => {
  const by = { id: 'lan', name: 'Lan' }
  return { data: [{ at: '', action: 'article.edit', articleId, mediaId: null, version: 2, by, fields: [] }], cursor }
}

beforeEach(() => {
  Object.defineProperty(navigator, 'locks', { value: createLocks(), configurable: true })
})
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
  Reflect.deleteProperty(navigator, 'locks')
})

const polls = (page: Page, count: number) => vi.waitFor(() => expect(page.asked).toHaveLength(count))

test('one page polls and all pages of the person hear of it', async () => {
  const [first, second] = [openPage('lan'), openPage('lan')]
  await polls(first, 1)
  first.answer(about('a', '5:0'))
  await vi.waitFor(() => expect([first.heard, second.heard]).toEqual([['a'], ['a']]))
  expect(second.asked).toEqual([])
})

test('when that page is closed the next one goes on where it stopped', async () => {
  const [first, second] = [openPage('lan'), openPage('lan')]
  await polls(first, 1)
  first.answer(about('a', '5:0'))
  await vi.waitFor(() => expect(second.heard).toEqual(['a']))
  first.close()
  await polls(second, 1)
  expect(second.asked).toEqual(['5:0'])
})

test('pages of different people tell each other nothing', async () => {
  const [lan, minh] = [openPage('lan'), openPage('minh')]
  await Promise.all([polls(lan, 1), polls(minh, 1)])
  lan.answer(about('a', '5:0'))
  await polls(lan, 2)
  expect(minh.heard).toEqual([])
})

test('a browser without locks hears all the same', async () => {
  Reflect.deleteProperty(navigator, 'locks')
  const page = openPage('lan')
  await polls(page, 1)
  page.answer(about('a', '5:0'))
  await vi.waitFor(() => expect(page.heard).toEqual(['a']))
})

test('a page that is closed while another one polls asks nothing any more', async () => {
  const [first, second] = [openPage('lan'), openPage('lan')]
  await polls(first, 1)
  second.close()
  first.close()
  await new Promise((resolve) => setTimeout(resolve))
  expect(second.asked).toEqual([])
})
