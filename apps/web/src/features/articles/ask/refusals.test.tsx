import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { field, openForm, press, type } from '../form/test-desk.tsx'
import { createServer, refusal } from '../form/test-server.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const byColleague = { createdBy: 'minh', lastWriterId: 'minh', policy: 'review' } as const
const dialog = () => within(screen.getByRole('dialog'))
const answer = (name: string) => fireEvent.click(dialog().getByRole('button', { name }))

describe('a verb that is refused', () => {
  test('for want of a network stays with what was filled in, and goes through when it is tried again', async () => {
    const server = createServer({ ...byColleague, workState: 'in_review' })
    openForm(server)
    press('Trả lại')
    type('Cần sửa gì', 'Thiếu nguồn.')
    server.next = () => Promise.reject(new TypeError('Failed to fetch'))
    answer('Trả lại')
    await dialog().findByText(/^Không kết nối được/)
    expect(field('Cần sửa gì').value).toBe('Thiếu nguồn.')
    answer('Trả lại')
    await screen.findByText(/^Đã trả lại lúc/)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('because a picture is not described says so once, and in what else it is not ready', async () => {
    const server = createServer({ sapo: 'Một câu.' })
    openForm(server)
    press('Đăng')
    const undescribed = [1, 4].map((place) => ({ in: 'body', pointer: `/body/content/${place}/attrs/alt`, code: 'missing', message: '' }))
    const errors = [{ in: 'body', pointer: '/heroMediaId', code: 'missing', message: '' }, ...undescribed]
    server.next = () => Promise.resolve(refusal(422, 'not_publishable', { errors }))
    answer('Đăng')
    await dialog().findByText(
      'Bài chưa đủ để đăng: ảnh chính chưa có lời mô tả hay chú thích, hãy ghi trong thư viện. có hình trong bài chưa có lời mô tả hay chú thích.',
    )
    expect(dialog().queryByRole('checkbox')).toBeNull()
  })

  test('because its letters look like those of an old font goes through once somebody says that he has looked', async () => {
    const server = createServer({ sapo: 'Một câu.' })
    openForm(server)
    press('Đăng')
    server.next = () =>
      Promise.resolve(refusal(422, 'not_publishable', { errors: [{ in: 'body', pointer: '/title', code: 'legacy_font', message: '' }] }))
    answer('Đăng')
    fireEvent.click(await dialog().findByRole('checkbox', { name: /^Vẫn đăng, tôi đã xem kỹ/ }))
    answer('Đăng')
    await screen.findByText(/^Đã đăng/)
    expect(server.sent.map(({ body }) => body)).toEqual([{}, { acceptLegacyFont: true }])
  })

  test('because the article is elsewhere by now shows where, and says so', async () => {
    const server = createServer({ ...byColleague, workState: 'in_review' })
    openForm(server)
    press('Duyệt')
    server.article = { ...server.article, workState: 'draft' }
    server.next = () => Promise.resolve(refusal(409, 'move_not_allowed'))
    answer('Duyệt')
    await screen.findByText('Trạng thái của bài đã đổi. Màn hình đã hiện trạng thái mới.')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('Bản nháp')).toBeTruthy()
  })

  test('because a second person is asked for, of which a new article knew nothing, says that it is saved and what to do', async () => {
    const server = createServer({ policy: 'review' })
    openForm(server, true)
    type('Tiêu đề', 'Bài mới')
    type('Sapo', 'Một câu.')
    press('Đăng')
    server.next = () => {
      server.next = () => Promise.resolve(refusal(409, 'move_not_allowed'))
      return Promise.resolve(Response.json(Object.assign(server.article, { title: 'Bài mới', sapo: 'Một câu.' }), { status: 201 }))
    }
    answer('Đăng')
    await screen.findByText(/^Bài đã lưu nhưng chưa đăng/)
    expect(screen.getByRole('button', { name: 'Gửi duyệt' })).toBeTruthy()
  })

  test.each([
    [403, 'second_person_needed', {}, 'Cần người khác duyệt: bạn là người sửa sau cùng.'],
    [403, 'forbidden', {}, 'Bạn không có quyền làm việc này với bài.'],
  ])('with %i %s is said in a sentence', async (status, code, more, sentence) => {
    const server = createServer({ ...byColleague, workState: 'in_review' })
    openForm(server)
    press('Duyệt')
    server.next = () => Promise.resolve(refusal(status, code, more))
    answer('Duyệt')
    await screen.findByText(sentence)
  })
})
