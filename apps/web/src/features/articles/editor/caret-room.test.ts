import { afterEach, expect, test, vi } from 'vitest'
import { caretRoom } from './caret-room.ts'

afterEach(() => document.documentElement.removeAttribute('style'))

const bar = (top: number, bottom: number) => ({ getBoundingClientRect: () => ({ top, bottom, height: bottom - top }) }) as Element

test('the caret is kept clear of what sticks above and below the text, as it is when it is scrolled to', () => {
  vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(740)
  let below = bar(740, 740)
  const room = caretRoom({ above: () => bar(72, 112), below: () => below })
  expect(room.top).toBe(112 + 12)
  expect(room.bottom).toBe(12)
  document.documentElement.style.setProperty('scroll-padding-bottom', '72px')
  expect(room.bottom).toBe(72 + 12)
  below = bar(620, 684)
  expect(room.bottom).toBe(120 + 12)
})

test('tools that have gone out of the window above cover nothing', () => {
  expect(caretRoom({ above: () => bar(-100, -60), below: () => null }).top).toBe(12)
})
