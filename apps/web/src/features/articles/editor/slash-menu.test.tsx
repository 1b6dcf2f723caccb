import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { body, caretAt, open, press, saved, type } from './test-editor.tsx'

afterEach(cleanup)
beforeEach(() => void saved.mockReset())

const offered = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)

const write = (text: string) => {
  open('')
  caretAt(0, 0)
  type(text)
}

test('what is put in is found by the start of a word, with or without marks, and Enter puts it in', () => {
  write('/sach so')
  expect(offered()).toEqual(['Danh sách số'])
  press('Enter')
  type('Một')
  expect(saved.mock.lastCall?.[0].content[0]?.type).toBe('orderedList')
  expect(body()?.[0]).toContain('Một')
})

test('letters from the middle of a word find nothing: a picture (ảnh) is not meant by a list (danh sách)', () => {
  write('/anh')
  expect(offered()).toEqual([])
})
