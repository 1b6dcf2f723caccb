import type { List, Paragraph } from '@bantin/shared/body'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BodyEditor } from './body-editor.tsx'
import { body, caret, caretAt, editor, ids, open, paste, press, saved, texts, type } from './test-editor.tsx'

afterEach(cleanup)
beforeEach(() => saved.mockReset())

describe('Enter', () => {
  test('makes a new paragraph at the caret and goes there; the first part keeps its id', () => {
    open('Hội nghị tổng kết')
    caretAt(0, 9)
    press('Enter')
    expect(texts()).toEqual(['Hội nghị ', 'tổng kết'])
    expect(ids()[0]).toBe('b1')
    expect(caret()).toEqual([1, 0])
    expect(body()).toEqual(['Hội nghị ', 'tổng kết'])
  })

  test('replaces what is selected', () => {
    open('Một hai ba')
    caretAt(0, 4, 8)
    press('Enter')
    expect(texts()).toEqual(['Một ', 'ba'])
  })

  test('at the start leaves the text its id and makes a blank paragraph before it', () => {
    open('Một')
    caretAt(0, 0)
    press('Enter')
    expect(texts()).toEqual(['', 'Một'])
    expect(ids()[1]).toBe('b1')
    expect(ids()[0]).not.toBe('b1')
    expect(caret()).toEqual([1, 0])
  })

  test('at the end of a heading goes on with a paragraph, in its middle with a heading', () => {
    open('## Kết quả năm', 'Cuối')
    caretAt(0, 11)
    press('Enter')
    type('Đoạn')
    caretAt(0, 4)
    press('Enter')
    expect(body()).toEqual(['## Kết ', '## quả năm', 'Đoạn', 'Cuối'])
  })

  test('in a quote makes a line of it, and on an empty last line leaves the quote', () => {
    open('> Một|Hai')
    caretAt(0, 8)
    press('Enter')
    expect(texts()).toEqual(['MộtHai', ''])
    type('Ba')
    expect(body()).toEqual(['> Một|Hai|Ba'])
  })
})

describe('Backspace and Delete', () => {
  test('Backspace at the start joins with the block before, which keeps its id and kind', () => {
    open('## Tít', 'Đoạn')
    caretAt(1, 0)
    press('Backspace')
    expect(texts()).toEqual(['TítĐoạn', ''])
    expect(caret()).toEqual([0, 3])
    expect(ids()[0]).toBe('b1')
  })

  test('Backspace after a blank block removes the blank one: the heading stays a heading', () => {
    open('', '## Tít')
    caretAt(1, 0)
    press('Backspace')
    expect(body()).toEqual(['## Tít'])
    expect(ids()[0]).toBe('b2')
  })

  test('Backspace at the very start turns a heading into a paragraph, with its id, and then does nothing', () => {
    open('## Tít')
    caretAt(0, 0)
    press('Backspace')
    expect([body(), ids()[0]]).toEqual([['Tít'], 'b1'])
    press('Backspace')
    expect(texts()[0]).toBe('Tít')
  })

  test('Delete at the end joins the next block', () => {
    open('Một ', 'Hai')
    caretAt(0, 4)
    press('Delete')
    expect(texts()).toEqual(['Một Hai'])
    expect(caret()).toEqual([0, 4])
  })

  test('inside a text both are left to the browser', () => {
    open('Một', 'Hai')
    caretAt(1, 2)
    expect([press('Backspace'), press('Delete')]).toEqual([true, true])
    expect(texts()).toEqual(['Một', 'Hai'])
  })
})

describe('signs at the start of a line, with a blank after them', () => {
  test.each([
    ['## ', '## Tít'],
    ['### ', '### Tít'],
    ['> ', '> Tít'],
  ])('%s makes another kind of block, with the same id', (signs, expected) => {
    open('', 'Cuối')
    caretAt(0, 0)
    type(signs)
    type('Tít')
    expect([body()?.[0], ids()[0]]).toEqual([expected, 'b1'])
  })

  test('of numbers nothing is made: many a paragraph begins with one', () => {
    open('')
    caretAt(0, 0)
    type('1. Tình hình')
    expect(saved.mock.lastCall?.[0].content[0]?.type).toBe('paragraph')
  })
})

describe('the bounds of the contract', () => {
  const line = (text: string): Paragraph => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const nested = (depth: number): List => ({
    type: 'bulletList',
    content: [line(`Trước ${depth}`), line(`Cấp ${depth}`)].map((first, index) => ({
      type: 'listItem',
      content: [first, ...(index === 1 && depth > 1 ? [nested(depth - 1)] : [])],
    })),
  })

  test('an item goes no deeper than the lists in it may be, which is told until something else is done', () => {
    render(<BodyEditor initial={{ type: 'doc', content: [nested(4)] }} onChange={saved} />)
    caretAt(0, 'Trước 4Cấp'.length + 4)
    expect(editor().state.selection.$head.parent.textContent).toBe('Cấp 4')
    press('Tab')
    expect(saved).not.toHaveBeenCalled()
    expect(screen.getByText(/^Chưa làm được/)).toBeDefined()
    type('.')
    expect(screen.queryByText(/^Chưa làm được/)).toBeNull()
  })

  test('a quote takes no more lines than are stored, and those that were pasted beyond are not lost in silence', () => {
    open('> Một', 'Cuối')
    caretAt(0, 3)
    paste({ text: Array.from({ length: 60 }, (_, index) => `Dòng ${index}`).join('\n') })
    expect(texts()).toEqual(['Một', 'Cuối'])
    expect(screen.getByText(/^Chưa làm được/)).toBeDefined()
    caretAt(1, 4)
    paste({ text: 'Dòng\nDòng' })
    expect(texts()).toEqual(['Một', 'CuốiDòng', 'Dòng'])
  })
})
