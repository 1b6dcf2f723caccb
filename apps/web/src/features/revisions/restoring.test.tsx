import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { open, press, restored } from '../../../test/history-panel.tsx'
import { problem } from '../../../test/recording-api.tsx'

afterEach(cleanup)

test('restoring asks once more, stands on the version that is shown, and shows the article that it made', async () => {
  const { changes, taken } = open({}, { 'POST /articles/a1/restore': restored })
  await screen.findByText('Bản 2')
  press('Khôi phục bản 2')
  press('Khôi phục bản 2', await screen.findByRole('dialog'))
  expect(await screen.findByText('Đã khôi phục bản 2 thành bản mới nhất.')).toBeDefined()
  expect(changes()).toEqual([{ line: 'POST /articles/a1/restore', version: '"7"', key: null, body: { revision: 2 } }])
  expect(taken.mock.calls).toEqual([[restored]])
})

test.each([
  ['in review', { restoreAfter: 'recall' }, 'Bài đang chờ duyệt. Hãy rút bài lại trước khi khôi phục bản cũ.'],
  ['scheduled', { restoreAfter: 'unschedule' }, 'Bài đã hẹn giờ đăng. Hãy bỏ hẹn trước khi khôi phục bản cũ.'],
  ['with unsaved text', { unsaved: true }, 'Bài có chữ chưa lưu. Hãy lưu trước khi khôi phục bản cũ.'],
] as const)('an article %s says what is in the way of restoring, and sends nothing', async (_name, part, sentence) => {
  const { changes } = open(part)
  await screen.findByText('Bản 2')
  press('Khôi phục bản 2')
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(sentence)).toBeDefined()
  expect([within(dialog).queryByRole('button', { name: 'Khôi phục bản 2' }), changes()]).toEqual([null, []])
})

test.each([
  ['recall_first', 409, /^Bài đang chờ duyệt/],
  ['unschedule_first', 409, /^Bài đã hẹn giờ đăng/],
  ['unknown_reference', 422, /không khôi phục được/],
  ['internal', 500, /^Chưa làm được/],
])('a refusal with %s is told in a sentence', async (code, status, sentence) => {
  open({}, { 'POST /articles/a1/restore': () => problem({ status, code }) })
  await screen.findByText('Bản 2')
  press('Khôi phục bản 2')
  press('Khôi phục bản 2', await screen.findByRole('dialog'))
  expect(await screen.findByText(sentence)).toBeDefined()
})

test('somebody who was faster is named', async () => {
  const current = { version: 8, changedBy: 'Minh', changedAt: '2021-12-28T10:40:00+07:00', fields: ['title'] }
  open({}, { 'POST /articles/a1/restore': () => problem({ status: 412, current }) })
  await screen.findByText('Bản 2')
  press('Khôi phục bản 2')
  press('Khôi phục bản 2', await screen.findByRole('dialog'))
  expect(await screen.findByText('Minh đã lưu bản mới lúc 10:40. Hãy xem lại rồi làm tiếp.')).toBeDefined()
})
