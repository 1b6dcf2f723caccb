import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { field, open, path, press, type } from '../../../test/comments-panel.tsx'
import { problem } from '../../../test/recording-api.tsx'
import { comment, minh, resolved } from './test-comments.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

test('all threads of the article are shown where they belong', async () => {
  open([
    comment('w', { text: 'Tít dài quá.' }),
    comment('b', { blockId: 'b2', text: 'Số liệu này ở đâu?' }),
    comment('gone', { blockId: 'b9', isDetached: true, text: 'Bỏ câu này.' }),
    comment('done', { resolved, text: 'Thêm ảnh.' }),
  ])
  const section = async (name: string) => ((await screen.findByRole('heading', { name })).closest('section') as HTMLElement).textContent
  expect(await section('Về cả bài')).toContain('Tít dài quá.')
  expect(await section('Trao đổi về khối 2')).toMatch(/Đoạn hai\..*Số liệu này ở đâu\?/)
  expect(await section('Đoạn đã xoá')).toContain('Bỏ câu này.')
  expect(screen.getByText('Đã xong (1)').parentElement?.textContent).toContain('Minh đánh dấu đã xong lúc 11:00, 28/12/2021')
})

test('a block is talked about in a thread of its own', async () => {
  const { changes } = open([], { blockId: 'b1' }, { [`POST ${path}`]: comment('new') })
  await screen.findByText('Chưa ai trao đổi gì về khối này.')
  expect(document.activeElement).toBe(field('Lời trao đổi về khối này'))
  type('Lời trao đổi về khối này', ' Nên viết rõ hơn. ')
  press('Gửi')
  await screen.findByText('Đã gửi.')
  expect(changes()).toMatchObject([{ line: `POST ${path}`, body: { text: 'Nên viết rõ hơn.', blockId: 'b1' } }])
  expect([field('Lời trao đổi về khối này').value, localStorage.length]).toEqual(['', 0])
})

test('a block that is not saved yet is saved first', async () => {
  const { props } = open([], { blockId: 'b2', savedBlocks: new Set(['b1']) })
  await screen.findByText(/^Khối này chưa có trong bản đã lưu/)
  expect(screen.queryByRole('textbox')).toBeNull()
  press('Lưu bài')
  expect(props.save).toHaveBeenCalledOnce()
})

test('a thread is answered, and resolved on the version that is shown', async () => {
  const first = comment('t', { author: minh, version: 4 })
  const { changes } = open([first], {}, { [`POST ${path}`]: comment('a'), [`PATCH ${path}/t`]: { ...first, resolved } })
  const thread = await screen.findByRole('region', { name: 'Trao đổi do Minh mở' })
  press('Trả lời', thread)
  type('Trả lời Minh', 'Đồng ý.')
  press('Gửi', thread)
  await screen.findByText('Đã gửi.')
  press('Đánh dấu đã xong')
  await screen.findByText('Đã đánh dấu xong.')
  expect(changes()).toMatchObject([
    { line: `POST ${path}`, body: { text: 'Đồng ý.', parentId: 't' } },
    { line: `PATCH ${path}/t`, version: '"4"', body: { resolved: true } },
  ])
})

test('one changes and deletes what one said oneself; a moderator deletes what others said too', async () => {
  const own = comment('own', { version: 2 })
  const other = comment('other', { author: minh })
  const { changes } = open([own, other], {}, { [`PATCH ${path}/own`]: own, [`DELETE ${path}/own`]: 204 })
  const [mine, theirs] = await screen.findAllByRole('region', { name: /^Trao đổi do/ })
  expect(within(theirs as HTMLElement).queryByRole('button', { name: 'Xoá' })).toBeNull()
  press('Sửa', mine)
  type('Sửa lời của bạn', 'Lời đã sửa')
  press('Lưu lời đã sửa')
  await screen.findByText('Đã lưu lời sửa.')
  press('Xoá', mine)
  press('Xoá', await screen.findByRole('dialog', { name: 'Xoá lời này?' }))
  await screen.findByText('Đã xoá.')
  expect(changes()).toMatchObject([
    { line: `PATCH ${path}/own`, version: '"2"', body: { text: 'Lời đã sửa' } },
    { line: `DELETE ${path}/own`, version: '"2"' },
  ])
  cleanup()
  open([other], { mayModerate: true })
  expect((await screen.findAllByRole('button', { name: 'Xoá' })).length).toBe(1)
})

test('a thread that changed under the hands is loaded again and nothing is overwritten', async () => {
  open([comment('t')], {}, { [`PATCH ${path}/t`]: () => problem({ status: 412 }) })
  press('Đánh dấu đã xong', await screen.findByRole('region', { name: 'Trao đổi do Lan mở' }))
  expect(await screen.findByText(/^Trao đổi này vừa thay đổi/)).toBeDefined()
})

test('who may only read takes no part', async () => {
  open([comment('t', { author: minh })], { mayComment: false })
  await screen.findByText('Bạn xem được trao đổi nhưng không tham gia được.')
  expect([screen.queryByRole('textbox'), screen.queryByRole('button')]).toEqual([null, null])
})

test('comments that could not be read can be asked for again', async () => {
  let isAway = true
  open([], {}, { [`GET ${path}`]: () => (isAway ? 403 : { data: [comment('t')], page: { next: null } }) })
  const alert = await screen.findByRole('alert')
  isAway = false
  fireEvent.click(within(alert).getByRole('button'))
  expect(await screen.findByText('Lời t')).toBeDefined()
})
