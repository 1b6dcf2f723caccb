import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { block, bodyField, caretIn, selected, texts, typeBlock } from './test-body.ts'
import { field, pass, press, type } from './test-desk.tsx'
import { bodyOf, mergesTo, openThree, paragraph, three } from './test-merging.ts'

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ now: new Date('2021-12-28T07:00:00+07:00') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a save that was put together with a colleague’s', () => {
  test('shows the colleague’s fields and blocks, says whose they are, and goes on from there', async () => {
    const server = openThree()
    typeBlock(3, 'Ba của tôi.')
    mergesTo(server, { sapo: 'Sapo của họ.', body: three('Một của họ.', 'Hai.', 'Ba của tôi.') })
    await pass(5)
    expect(texts()).toEqual(['Một của họ.', 'Hai.', 'Ba của tôi.'])
    expect(field('Sapo').value).toBe('Sapo của họ.')
    expect(screen.getByText('Đã ghép với bản của Trần Minh.')).toBeTruthy()
    expect(screen.getByText(/^Đã lưu lúc/)).toBeTruthy()
    type('Tiêu đề', 'Tít mới')
    await pass(5)
    expect(server.sent.at(-1)).toMatchObject({ version: '"5"', body: { title: 'Tít mới' } })
  })

  test('leaves the field under the caret as it is, with the caret and what was typed meanwhile', async () => {
    const server = openThree()
    const mine = block(3)
    caretIn(3, 3)
    typeBlock(3, 'Ba của tôi.')
    mergesTo(server, { body: bodyOf(paragraph('x', 'Mới của họ.'), paragraph('a', 'Một.'), paragraph('c', 'Ba của tôi.')) })
    const merge = server.next
    server.next = async () => {
      typeBlock(3, 'Ba của tôi, và ')
      caretIn(3, 4, 6)
      return (await merge?.()) as Response
    }
    await pass(5)
    expect(texts()).toEqual(['Mới của họ.', 'Một.', 'Ba của tôi, và '])
    expect(block(3)).toBe(mine)
    expect([document.activeElement === bodyField(), selected()]).toEqual([true, [3, 4, 6]])
    await pass(5)
    expect(server.article.body.content.at(-1)).toEqual(paragraph('c', 'Ba của tôi, và '))
  })

  test('keeps the empty paragraph in which somebody is about to write', async () => {
    const server = openThree()
    caretIn(1, 4)
    fireEvent.keyDown(bodyField(), { key: 'Enter' })
    type('Tiêu đề', 'Tít mới')
    mergesTo(server, { title: 'Tít mới', body: three('Một.', 'Hai của họ.', 'Ba.') })
    await pass(5)
    expect(texts()).toEqual(['Một.', '', 'Hai của họ.', 'Ba.'])
    expect([document.activeElement === bodyField(), selected()]).toEqual([true, [2, 0, 0]])
  })

  test('waits with writing into the form while an input method composes', async () => {
    const server = openThree()
    caretIn(3, 3)
    typeBlock(3, 'Ba ng')
    fireEvent.compositionStart(bodyField())
    mergesTo(server, { body: three('Một của họ.', 'Hai.', 'Ba ng') })
    await pass(10)
    expect(texts()).toEqual(['Một.', 'Hai.', 'Ba ng'])
    typeBlock(3, 'Ba người')
    fireEvent.compositionEnd(bodyField())
    await pass(0)
    expect(texts()).toEqual(['Một của họ.', 'Hai.', 'Ba người'])
    await pass(5)
    expect(server.article.body.content.at(-1)).toEqual(paragraph('c', 'Ba người'))
  })

  test('is not followed by anything newer before it was read', async () => {
    const server = openThree()
    typeBlock(3, 'Ba của tôi.')
    mergesTo(server, { body: three('Một của họ.', 'Hai.', 'Ba của tôi.') })
    const merge = server.next
    server.next = async () => {
      const answer = (await merge?.()) as Response
      server.next = () => Promise.reject(new TypeError('Failed to fetch'))
      return answer
    }
    await pass(5)
    expect(screen.getByText('Chưa lưu được · bản trên máy này còn giữ')).toBeTruthy()
    typeBlock(3, 'Ba của tôi, tiếp.')
    await pass(10)
    expect(texts()).toEqual(['Một của họ.', 'Hai.', 'Ba của tôi, tiếp.'])
    expect(server.sent.map(({ version }) => version)).toEqual(['"3"', '"5"'])
  })

  test('before a verb is shown first: what is published was seen', async () => {
    const server = openThree()
    type('Tiêu đề', 'Tít mới')
    server.change({ sapo: 'Sapo của họ.' })
    press('Đăng')
    fireEvent.click(screen.getAllByRole('button', { name: 'Đăng' }).at(-1) as HTMLElement)
    await pass(0)
    expect(screen.getByText(/^Người ấy không sửa chỗ nào bạn đang sửa/)).toBeTruthy()
    expect(server.sent.some(({ line }) => line.endsWith('publish'))).toBe(false)
  })
})
