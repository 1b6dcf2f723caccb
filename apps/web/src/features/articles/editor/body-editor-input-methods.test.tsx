import type { Body } from '@bantin/shared/body'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BodyEditor } from './body-editor.tsx'

afterEach(cleanup)

const saved = vi.fn<(body: Body) => void>()
beforeEach(() => {
  saved.mockReset()
  const content = [
    { type: 'paragraph' as const, attrs: { id: 'b1' }, content: [{ type: 'text' as const, text: 'Trước' }] },
    { type: 'paragraph' as const, attrs: { id: 'b2' } },
  ]
  render(<BodyEditor initial={{ type: 'doc', content }} onChange={saved} />)
})

const areas = () => screen.getAllByRole<HTMLTextAreaElement>('textbox')
const second = () => areas()[1] as HTMLTextAreaElement
const lastSaved = () => saved.mock.lastCall?.[0].content.map((node) => JSON.stringify(node).match(/"text":"([^"]*)"/)?.[1])

/** The browser's part of an input: the text area changes, then the event says so. */
function becomes(area: HTMLTextAreaElement, value: string, inputType: string, isComposing: boolean): void {
  area.value = value
  area.setSelectionRange(value.length, value.length)
  fireEvent(area, new InputEvent('input', { bubbles: true, inputType, isComposing }))
}

/** An input method that composes (ibus, macOS, Gboard): each state of the word is set anew. */
function compose(area: HTMLTextAreaElement, states: string[]): void {
  const before = area.value
  fireEvent.compositionStart(area)
  for (const state of states) {
    fireEvent.keyDown(area, { key: 'Process', keyCode: 229, isComposing: true })
    becomes(area, before + state, 'insertCompositionText', true)
  }
  fireEvent.compositionEnd(area, { data: states.at(-1) })
}

describe('an input method that composes', () => {
  test('writes a Telex word without a letter doubled, in the same text area throughout', () => {
    const area = second()
    act(() => area.focus())
    compose(area, ['n', 'ng', 'ngu', 'ngư', 'ngươ', 'ngươi', 'người'])
    becomes(area, 'người ', 'insertText', false)
    compose(area, ['d', 'đ', 'đe', 'đê', 'đẹ', 'đệ', 'đệm'])
    expect(second()).toBe(area)
    expect(area.value).toBe('người đệm')
    expect(lastSaved()).toEqual(['Trước', 'người đệm'])
  })

  test('nothing in the page changes but the hidden copy of the text that gives the height', async () => {
    const area = second()
    act(() => area.focus())
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    compose(area, ['v', 'vi', 'viê', 'việ', 'việt'])
    await Promise.resolve()
    observer.disconnect()
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.every((change) => change.target === area.parentElement && change.attributeName === 'data-text')).toBe(true)
  })

  test('keeps its Enter: the word is accepted and no paragraph is made', () => {
    const area = second()
    act(() => area.focus())
    becomes(area, 'viêt', 'insertCompositionText', true)
    area.setSelectionRange(2, 2)
    fireEvent.keyDown(area, { key: 'Enter', isComposing: true })
    // Safari ends the composition first and then sends the Enter, marked only by its code.
    fireEvent.keyDown(area, { key: 'Enter', keyCode: 229 })
    fireEvent(area, new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType: 'insertLineBreak', isComposing: true }))
    expect(areas()).toHaveLength(2)
  })

  test('keeps its Backspace at the start of a block', () => {
    const area = second()
    act(() => area.focus())
    area.setSelectionRange(0, 0)
    fireEvent.keyDown(area, { key: 'Backspace', isComposing: true })
    expect(areas()).toHaveLength(2)
  })

  test('a line break it leaves in the text becomes a paragraph when it is done', () => {
    const area = second()
    act(() => area.focus())
    compose(area, ['mộ', 'một\nhai'])
    expect(areas().map((each) => each.value)).toEqual(['Trước', 'một', 'hai'])
    expect(document.activeElement).toBe(areas()[2])
  })
})

describe('an input method that erases and sends again (Unikey)', () => {
  test('at the first letter of a block does not join it with the one before', () => {
    const area = second()
    act(() => area.focus())
    for (const [key, value, inputType] of [
      ['a', 'a', 'insertText'],
      ['Backspace', '', 'deleteContentBackward'],
      ['â', 'â', 'insertText'],
      ['n', 'ân', 'insertText'],
    ] as const) {
      // The caret stands after the letter when the key goes down, so the block's start is not where it is pressed.
      fireEvent.keyDown(area, { key })
      fireEvent(area, new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType }))
      becomes(area, value, inputType, false)
    }
    expect(areas().map((each) => each.value)).toEqual(['Trước', 'ân'])
    expect(document.activeElement).toBe(area)
  })
})

describe('a phone keyboard that sends no keys', () => {
  test('makes and joins paragraphs by what it is about to put in', () => {
    const area = second()
    act(() => area.focus())
    becomes(area, 'một hai', 'insertText', false)
    area.setSelectionRange(4, 4)
    const enter = new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType: 'insertLineBreak' })
    fireEvent(area, enter)
    expect(enter.defaultPrevented).toBe(true)
    expect(areas().map((each) => each.value)).toEqual(['Trước', 'một ', 'hai'])
    fireEvent(
      document.activeElement as Element,
      new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType: 'deleteContentBackward' }),
    )
    expect(areas().map((each) => each.value)).toEqual(['Trước', 'một hai'])
  })
})
