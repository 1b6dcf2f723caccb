import { act, cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { keepCaret } from './keep-caret.ts'

afterEach(cleanup)

let renew: () => void

function Form() {
  const [epoch, setEpoch] = useState(0)
  renew = () => setEpoch((before) => before + 1)
  return (
    <div key={epoch}>
      <label>
        Sapo <textarea defaultValue="Một hai ba" />
      </label>
      <textarea aria-label="khối 1" data-block="b1" defaultValue="Bốn năm sáu" />
    </div>
  )
}

test.each(['Sapo', 'khối 1'])('the caret stays where it was in a field that is made anew: %s', (name) => {
  render(<Form />)
  const before = screen.getByLabelText<HTMLTextAreaElement>(name)
  before.focus()
  before.setSelectionRange(2, 5)
  act(() => keepCaret(renew))
  const after = screen.getByLabelText<HTMLTextAreaElement>(name)
  expect(after).not.toBe(before)
  expect([document.activeElement === after, after.selectionStart, after.selectionEnd]).toEqual([true, 2, 5])
})

test('nobody’s focus is moved who is elsewhere', () => {
  render(<Form />)
  act(() => keepCaret(renew))
  expect(document.activeElement).toBe(document.body)
})
