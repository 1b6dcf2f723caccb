import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SearchChoice } from './search-choice.tsx'

afterEach(cleanup)

const items = ['Thi đua - Khen thưởng', 'Kinh tế', 'Ủy ban nhân dân tỉnh'].map((name) => ({ id: name, name }))
const chosen = vi.fn<(id: string) => void>()
beforeEach(() => {
  chosen.mockReset()
  render(<SearchChoice id="x" items={items} onChoose={chosen} />)
})

const input = () => screen.getByRole<HTMLInputElement>('combobox')
const type = (value: string) => fireEvent.input(input(), { target: { value } })
const key = (name: string, more: object = {}) => fireEvent.keyDown(input(), { key: name, ...more })
const options = () => screen.queryAllByRole('option').map((option) => option.textContent)

test('letters without marks find the name with them, and Enter takes the first', () => {
  type('thi dua')
  expect(options()).toEqual(['Thi đua - Khen thưởng'])
  key('Enter')
  expect(chosen).toHaveBeenCalledWith('Thi đua - Khen thưởng')
  expect(input().value).toBe('')
  expect(options()).toEqual([])
})

test('either spelling of the tone finds the name', () => {
  type('uỷ ban')
  expect(options()).toEqual(['Ủy ban nhân dân tỉnh'])
})

test('arrow keys open the list and go round it, naming the active option', () => {
  key('ArrowDown')
  expect(options()).toHaveLength(3)
  key('ArrowUp')
  expect(document.getElementById(input().getAttribute('aria-activedescendant') ?? '')?.textContent).toBe('Ủy ban nhân dân tỉnh')
  key('ArrowDown')
  key('Enter')
  expect(chosen).toHaveBeenCalledWith('Thi đua - Khen thưởng')
})

test('Enter and arrows belong to the input method while it composes', () => {
  type('kinh')
  key('Enter', { isComposing: true })
  key('Enter', { keyCode: 229 })
  expect(chosen).not.toHaveBeenCalled()
})

test('Escape closes the list and keeps what was typed; nothing found is said', () => {
  type('xyz')
  expect(screen.getByRole('status').textContent).toBe('Không tìm thấy')
  key('Escape')
  expect(input().getAttribute('aria-expanded')).toBe('false')
  expect(input().value).toBe('xyz')
})

test('a press chooses', () => {
  fireEvent.click(input())
  fireEvent.click(screen.getByRole('option', { name: 'Kinh tế' }))
  expect(chosen).toHaveBeenCalledWith('Kinh tế')
})

test('what somebody else finds is asked for once nobody types any more, never in the middle of a letter, and shown as it is found', () => {
  cleanup()
  vi.useFakeTimers()
  const ask = vi.fn<(text: string) => void>()
  const shown = (found: readonly { id: string; name: string }[], answered: string | undefined) => (
    <SearchChoice id="x" items={found} onChoose={chosen} search={{ ask, answered }} />
  )
  const { rerender } = render(shown(items, ''))
  type('đê')
  fireEvent.input(input(), { target: { value: 'đêe' }, isComposing: true })
  vi.advanceTimersByTime(5000)
  expect([ask.mock.calls, options(), screen.getByRole('status').textContent]).toEqual([[], [], ''])
  input().value = 'đê'
  fireEvent.compositionEnd(input())
  vi.advanceTimersByTime(5000)
  expect(ask.mock.calls).toEqual([['đê']])
  rerender(shown([{ id: 'd', name: 'Kè biển Cái Đôi' }], 'đê'))
  expect(options()).toEqual(['Kè biển Cái Đôi'])
  key('Enter')
  expect([chosen.mock.calls, ask.mock.calls.at(-1)]).toEqual([[['d']], ['']])
  rerender(shown([], 'xyz'))
  type('xyz')
  expect(screen.getByRole('status').textContent).toBe('Không tìm thấy')
  vi.useRealTimers()
})
