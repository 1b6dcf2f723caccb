import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { area, areas, body, caret, caretAt, ids, open, paste, press, saved, texts } from './test-editor.tsx'

afterEach(cleanup)
beforeEach(() => saved.mockReset())

describe('arrow keys', () => {
  test('move between blocks at the ends of a text', () => {
    open('Một', 'Hai')
    caretAt(0, 3)
    press('ArrowDown')
    expect(caret()).toEqual([1, 0])
    press('ArrowUp')
    expect(caret()).toEqual([0, 3])
    press('ArrowRight')
    expect(caret()).toEqual([1, 0])
    press('ArrowLeft')
    expect(caret()).toEqual([0, 3])
  })

  test('leave a block from the middle of its first line, for there is no line above', () => {
    open('Một', 'Hai ba')
    caretAt(1, 4)
    press('ArrowUp')
    expect(caret()).toEqual([0, 3])
  })

  test('select text with Shift and move the block with Alt', () => {
    open('Một', 'Hai')
    caretAt(0, 3)
    expect(press('ArrowDown', { shiftKey: true })).toBe(true)
    press('ArrowDown', { altKey: true })
    expect(body()).toEqual(['Hai', 'Một'])
    expect(caret()).toEqual([1, 3])
  })

  test('the body is one stop of the Tab key', () => {
    open('Một', 'Hai', 'Ba')
    caretAt(1, 0)
    expect(areas().map((each) => each.tabIndex)).toEqual([-1, 0, -1])
  })
})

describe('paste', () => {
  test('of several paragraphs makes several blocks in place of what is selected', () => {
    open('Đầu XX cuối')
    caretAt(0, 4, 6)
    paste('một\r\n\r\nhai\nba')
    expect(texts()).toEqual(['Đầu một', 'hai', 'ba cuối'])
    expect(caret()).toEqual([2, 2])
    expect(new Set(ids()).size).toBe(3)
  })

  test('of one line is left to the browser, whose undo then knows of it', () => {
    open('Đầu')
    caretAt(0, 3)
    expect(paste('một dòng')).toBe(true)
  })

  test('into a quote makes lines of it', () => {
    open('> Một')
    caretAt(0, 3)
    paste('\nHai\nBa')
    expect(body()).toEqual(['> MộtHai|Ba'])
  })
})

describe('the toolbar', () => {
  test('changes the kind of the current block, its text and id kept', () => {
    open('Một', 'Hai')
    caretAt(1, 2)
    fireEvent.click(screen.getByRole('button', { name: /^Tít cấp 2/ }))
    expect(body()).toEqual(['Một', '## Hai'])
    expect(ids()).toEqual(['b1', 'b2'])
    expect(caret()).toEqual([1, 2])
    expect(screen.getByRole('button', { name: /^Tít cấp 2/ }).getAttribute('aria-pressed')).toBe('true')
  })

  test('a quote of two lines made into paragraphs becomes two', () => {
    open('> Một|Hai')
    caretAt(0, 0)
    fireEvent.click(screen.getByRole('button', { name: 'Đoạn văn' }))
    expect(body()).toEqual(['Một', 'Hai'])
  })

  test('a deleted block comes back at its place, and what was typed since stays', () => {
    open('Một', 'Hai', 'Ba')
    caretAt(1, 0)
    fireEvent.click(screen.getByRole('button', { name: 'Xoá khối này' }))
    expect(body()).toEqual(['Một', 'Ba'])
    fireEvent.input(area(1), { target: { value: 'Ba thêm' } })
    fireEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    expect(body()).toEqual(['Một', 'Hai', 'Ba thêm'])
  })

  test('is reached by Alt+F10 and left by Escape, the caret unmoved', () => {
    open('Một')
    caretAt(0, 2)
    press('F10', { altKey: true })
    expect(document.activeElement?.tagName).toBe('BUTTON')
    press('Escape')
    expect(caret()).toEqual([0, 2])
  })
})
