import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fixtureApi, type Overrides } from '../../../test/fixture-api.ts'
import { suggestions } from '../../../test/fixture-content.ts'
import { createApiClient } from '../../lib/api-client.ts'
import { createQueryClient } from '../../lib/query-client.ts'
import { SearchBox } from './search-box.tsx'

beforeEach(async () => {
  // What the box loads when it is entered is there already: no clock moves what is read from disk.
  await import('./suggestions.tsx')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  history.replaceState(null, '', '/')
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** A box that was entered; answers what it asks of the API. */
async function enter({ fetch, asked = [] }: { fetch: typeof globalThis.fetch; asked?: string[] }): Promise<string[]> {
  const client = createQueryClient(createApiClient({ fetch }))
  render(
    <QueryClientProvider client={client}>
      <SearchBox />
      <button type="button">Nơi khác</button>
    </QueryClientProvider>,
  )
  await act(async () => input().focus())
  await pass(0)
  expect(input().getAttribute('role')).toBe('combobox')
  return asked
}

const enterFixture = (overrides?: Overrides) => enter(fixtureApi(overrides))

const input = () => screen.getByLabelText<HTMLInputElement>('Từ cần tìm')
/** Lets time go by, and then what was asked be answered. */
const pass = async (milliseconds: number): Promise<void> => {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds))
  for (let turn = 0; turn < 5; turn += 1) {
    await act(async () => {
      await new Promise(setImmediate)
      await vi.advanceTimersByTimeAsync(0)
    })
  }
}
const type = (value: string, more: object = {}) =>
  act(() => {
    fireEvent.input(input(), { target: { value }, ...more })
  })
const key = (name: string, more: object = {}) => act(() => fireEvent.keyDown(input(), { key: name, ...more }))
const options = () => screen.queryAllByRole('option').map((option) => option.textContent)
const active = () => document.getElementById(input().getAttribute('aria-activedescendant') ?? '')?.textContent
const suggest = async (text = 'thi') => {
  await type(text)
  await pass(1000)
}

test('suggests for what stands there when typing pauses, once, each with its kind in a word', async () => {
  const asked = await enterFixture()
  for (const typed of ['t', 'th', 'thi ', 'thi d']) {
    await type(typed)
    await pass(100)
  }
  await pass(1000)
  expect(asked).toEqual(['/search/suggest?q=thi+d'])
  expect(options()).toEqual(['Thi đua 0 & đơn vị', 'Thi đua 1 & chuyên mục', 'Thi đua 2 & tác giả', 'Thi đua 3 & thẻ', 'Thi đua 4 & bài'])
  expect(screen.getAllByRole('option')[0]?.innerHTML).toContain('<mark>Thi</mark>')
  expect(screen.getByRole('status').textContent).toBe('5 gợi ý')
  expect(input().getAttribute('aria-expanded')).toBe('true')
  expect(document.getElementById(input().getAttribute('aria-controls') ?? '')?.getAttribute('role')).toBe('listbox')
})

test('one letter, or nothing, is suggested nothing for', async () => {
  const asked = await enterFixture()
  await suggest()
  await suggest('t')
  expect([options(), input().getAttribute('aria-expanded')]).toEqual([[], 'false'])
  await suggest('')
  expect(asked).toHaveLength(1)
})

test('arrow keys go round the list, whose active option is named, and Enter opens its page', async () => {
  await enterFixture()
  await suggest()
  expect(active()).toBeUndefined()
  await key('ArrowUp')
  expect(active()).toContain('bài')
  await key('ArrowDown')
  await key('ArrowDown')
  expect(active()).toContain('chuyên mục')
  expect(fireEvent.keyDown(input(), { key: 'Enter' })).toBe(false)
  await pass(1000)
  expect([location.pathname, input().value, options()]).toEqual(['/chuyen-muc/goi-y-category', '', []])
})

test.each(suggestions.map(({ kind }, place) => [kind, place] as const))(
  'a press on a suggestion of kind %s opens its page',
  async (kind, place) => {
    await enterFixture()
    await suggest()
    const option = screen.getAllByRole('option')[place] as HTMLElement
    // The input keeps its focus, or the list would be gone before it is chosen from.
    expect(fireEvent.mouseDown(option)).toBe(false)
    await act(() => fireEvent.click(option))
    expect(location.pathname).toMatch(new RegExp(`^/[a-z-]+/goi-y-${kind}$`))
  },
)

test('Escape puts the list away and keeps what was typed; an arrow brings it back; Enter without a choice searches', async () => {
  await enterFixture()
  await suggest(' thi đua ')
  await key('Escape')
  expect([options(), input().value, input().getAttribute('aria-expanded')]).toEqual([[], ' thi đua ', 'false'])
  await key('ArrowDown')
  expect(options()).toHaveLength(5)
  await key('Escape')
  expect(fireEvent.keyDown(input(), { key: 'Enter' })).toBe(true)
  await act(() => fireEvent.submit(input()))
  expect(location.pathname + location.search).toBe('/tim-kiem?q=thi+%C4%91ua')
})

test('what was typed just before Enter is not suggested for any more', async () => {
  const asked = await enterFixture()
  await type('thi')
  await act(() => fireEvent.submit(input()))
  await pass(1000)
  expect([asked, options()]).toEqual([[], []])
})

test('while an input method composes nothing happens: no letter is asked for, and keys are its own', async () => {
  const asked = await enterFixture()
  await act(() => fireEvent.compositionStart(input()))
  for (const value of ['đ', 'đu', 'đua']) await type(value, { isComposing: true })
  await pass(5000)
  expect([asked, options()]).toEqual([[], []])
  await act(() => fireEvent.compositionEnd(input()))
  await pass(1000)
  expect(asked).toEqual([`/search/suggest?q=${encodeURIComponent('đua')}`])
  for (const more of [{ isComposing: true }, { keyCode: 229 }]) {
    expect(fireEvent.keyDown(input(), { key: 'ArrowDown', ...more })).toBe(true)
    expect(active()).toBeUndefined()
  }
  await key('ArrowDown')
  expect(fireEvent.keyDown(input(), { key: 'Enter', isComposing: true })).toBe(true)
  expect(location.pathname).toBe('/')
})

test('an answer that comes after the next one is dropped', async () => {
  const answers = new Map<string, (response: Response) => void>()
  const fetch = (url: string) =>
    new Promise<Response>((resolve) => answers.set(new URL(url, 'http://x').searchParams.get('q') ?? '', resolve))
  await enter({ fetch: fetch as typeof globalThis.fetch })
  const answer = async (typed: string, name: string) => {
    const [first] = suggestions
    answers.get(typed)?.(Response.json({ data: [{ ...first, marked: name }] }))
    await pass(1000)
  }
  await suggest('thi')
  await suggest('thi đua')
  await answer('thi đua', 'mới')
  expect(options()).toEqual(['mới đơn vị'])
  await answer('thi', 'cũ')
  expect(options()).toEqual(['mới đơn vị'])
})

test('whoever leaves the box leaves its list; what cannot be suggested is no failure to tell of', async () => {
  await enterFixture()
  await suggest()
  await act(() => fireEvent.blur(input()))
  expect(options()).toEqual([])
  cleanup()
  await enterFixture({ '/search/suggest': 503 })
  await suggest()
  expect([options(), screen.queryByRole('alert')]).toEqual([[], null])
})
