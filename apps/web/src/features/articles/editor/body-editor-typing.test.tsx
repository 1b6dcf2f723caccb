import { cleanup, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { area, body, caret, caretAt, ids, open, press, saved, texts } from './test-editor.tsx'

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
    expect(caret()).toEqual([1, 0])
  })

  test('at the end of a heading goes on with a paragraph, in its middle with a heading', () => {
    open('## Kết quả năm')
    caretAt(0, 11)
    press('Enter')
    fireEvent.input(area(1), { target: { value: 'Đoạn' } })
    caretAt(0, 4)
    press('Enter')
    expect(body()).toEqual(['## Kết ', '## quả năm', 'Đoạn'])
  })

  test('in a quote makes a line of it, and on an empty last line leaves the quote', () => {
    open('> Một|Hai')
    caretAt(0, 7)
    press('Enter')
    expect(texts()).toEqual(['Một\nHai\n'])
    press('Enter')
    expect(texts()).toEqual(['Một\nHai', ''])
    expect(caret()).toEqual([1, 0])
    expect(body()).toEqual(['> Một|Hai'])
  })
})

describe('Backspace and Delete', () => {
  test('Backspace at the start joins with the block before, which keeps its id and kind', () => {
    open('## Tít', 'Đoạn')
    caretAt(1, 0)
    press('Backspace')
    expect(texts()).toEqual(['TítĐoạn'])
    expect(caret()).toEqual([0, 3])
    expect(ids()).toEqual(['b1'])
  })

  test('Backspace after a blank block removes the blank one: the heading stays a heading', () => {
    open('', '## Tít')
    caretAt(1, 0)
    press('Backspace')
    expect(body()).toEqual(['## Tít'])
    expect(ids()).toEqual(['b2'])
  })

  test('Backspace at the very start turns a heading into a paragraph and then does nothing', () => {
    open('## Tít')
    caretAt(0, 0)
    press('Backspace')
    expect(body()).toEqual(['Tít'])
    press('Backspace')
    expect(texts()).toEqual(['Tít'])
  })

  test('a quote joined to a paragraph becomes one line', () => {
    open('Đoạn. ', '> Một|Hai')
    caretAt(1, 0)
    press('Backspace')
    expect(body()).toEqual(['Đoạn. Một Hai'])
  })

  test('Delete at the end joins the next block', () => {
    open('Một ', 'Hai')
    caretAt(0, 4)
    press('Delete')
    expect(texts()).toEqual(['Một Hai'])
    expect(caret()).toEqual([0, 4])
  })

  test('inside a text or with something selected both are left to the browser', () => {
    open('Một', 'Hai')
    caretAt(1, 2)
    expect(press('Backspace')).toBe(true)
    caretAt(1, 0, 2)
    expect(press('Backspace')).toBe(true)
    expect(texts()).toEqual(['Một', 'Hai'])
  })
})
