import { act, cleanup, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { body, caretAt, editor, field, open, press, saved, texts } from './test-editor.tsx'

// What an input method does to the letters is tested in a real browser (e2e/desk/input-methods.test.ts); here, what the editor must not
// do meanwhile.
afterEach(cleanup)
beforeEach(() => saved.mockReset())

/** The state of a word that is composed: the browser changes its text, and the editor reads it there. */
async function becomes(text: string): Promise<void> {
  const { node } = editor().view.domAtPos(editor().state.selection.from)
  const block = node instanceof Element ? node : (node.parentElement as Element)
  block.textContent = text
  document.getSelection()?.collapse(block.firstChild, text.length)
  await act(
    async () => void fireEvent(field(), new InputEvent('input', { bubbles: true, inputType: 'insertCompositionText', isComposing: true })),
  )
}

test('while a word is composed it is saved as it stands, and nothing else in the page changes', async () => {
  open('', 'Cuối')
  caretAt(0, 0)
  fireEvent.compositionStart(field())
  const block = field().firstChild
  const looks = field().className
  const changes: MutationRecord[] = []
  const observer = new MutationObserver((records) => changes.push(...records))
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  for (const state of ['v', 'vi', 'việ', 'việt']) await becomes(state)
  observer.disconnect()
  expect(body()).toEqual(['việt', 'Cuối'])
  expect(field().firstChild).toBe(block)
  expect(changes.length).toBeGreaterThan(0)
  // The editor writes its own class anew with each state, always the same.
  const others = changes.filter(({ target, attributeName }) => !(target === field() && attributeName === 'class'))
  expect(field().className).toBe(looks)
  expect(others.every(({ target }) => block?.contains(target))).toBe(true)
})

test('keys of an input method are its own: its Enter makes no paragraph, its Backspace joins nothing', () => {
  open('Một', 'viêt')
  caretAt(1, 0)
  fireEvent.compositionStart(field())
  press('Enter', { isComposing: true, keyCode: 229 })
  press('Backspace', { isComposing: true, keyCode: 229 })
  expect(texts()).toEqual(['Một', 'viêt'])
})
