import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { field, open, path, press, type } from '../../../test/comments-panel.tsx'
import { problem } from '../../../test/recording-api.tsx'
import { comment } from './test-comments.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

test('a text that was not taken stays in its field and on the device; sent again it is said once', async () => {
  let isAway = true
  const { changes, unmount } = open([], {}, { [`POST ${path}`]: () => (isAway ? 0 : comment('new')) })
  await screen.findByText('Về cả bài')
  type('Lời trao đổi mới', 'Lời chưa gửi được')
  press('Gửi')
  await screen.findByText(/^Chưa gửi được/)
  isAway = false
  press('Gửi')
  await screen.findByText('Đã gửi.')
  const keys = changes().map(({ key }) => key)
  expect([keys.length, new Set(keys).size, keys.includes(null)]).toEqual([2, 1, false])
  type('Lời trao đổi mới', 'Lời khác, viết dở')
  unmount()
  open([])
  await screen.findByText('Chưa gửi. Lời của bạn vẫn giữ trên máy này.')
  expect(field('Lời trao đổi mới').value).toBe('Lời khác, viết dở')
})

test('another text is another comment: it is sent under another key', async () => {
  const { changes } = open([], {}, { [`POST ${path}`]: 503 })
  await screen.findByText('Về cả bài')
  type('Lời trao đổi mới', 'Một')
  press('Gửi')
  await screen.findByText(/^Chưa gửi được/)
  type('Lời trao đổi mới', 'Hai')
  press('Gửi')
  await waitFor(() => expect(changes()).toHaveLength(2))
  expect(new Set(changes().map(({ key }) => key)).size).toBe(2)
})

test('an answer to a thread that was deleted stays to be copied', async () => {
  const errors = [{ in: 'body', pointer: '/parentId', code: 'unknown', message: '' }]
  open([comment('t')], {}, { [`POST ${path}`]: () => problem({ status: 422, code: 'unknown_reference', errors }) })
  const thread = await screen.findByRole('region', { name: 'Trao đổi do Lan mở' })
  press('Trả lời', thread)
  type('Trả lời Lan', 'Câu trả lời')
  press('Gửi', thread)
  await screen.findByText(/^Cuộc trao đổi này đã bị xoá/)
  expect(field('Trả lời Lan').value).toBe('Câu trả lời')
})

test('an article that takes no more comments says what to do, and the text stays', async () => {
  open([], {}, { [`POST ${path}`]: 409 })
  await screen.findByText('Về cả bài')
  type('Lời trao đổi mới', 'Lời thứ một nghìn lẻ một')
  press('Gửi')
  await screen.findByText(/^Bài đã có quá nhiều lời trao đổi/)
  expect(field('Lời trao đổi mới').value).toBe('Lời thứ một nghìn lẻ một')
})

test('nothing is not sent', async () => {
  const { changes } = open([])
  await screen.findByText('Về cả bài')
  type('Lời trao đổi mới', '   ')
  press('Gửi')
  expect([screen.getByRole('alert').textContent, changes()]).toEqual(['Hãy viết gì đó trước khi gửi.', []])
})
