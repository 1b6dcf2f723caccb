import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { field, openForm, press, type } from './test-desk.tsx'
import { createServer, type TestServer } from './test-server.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const saved = () => screen.findByText(/^Đã lưu lúc/)
const last = ({ sent }: TestServer) => [sent.at(-1)?.version, sent.at(-1)?.body]

describe('saving', () => {
  test('sends only what changed, onto the version that was read', async () => {
    const server = createServer()
    openForm(server)
    type('Tiêu đề', 'Tít mới')
    press('Lưu')
    await saved()
    expect(server.sent).toMatchObject([{ line: `PATCH /${server.article.id}`, version: '"3"' }])
    expect(last(server)).toEqual(['"3"', { title: 'Tít mới' }])
    type('Sapo', 'Một câu.')
    fireEvent.keyDown(window, { key: 's', ctrlKey: true })
    await saved()
    expect(last(server)).toEqual(['"4"', { sapo: 'Một câu.' }])
  })

  test('sends nothing when nothing changed', async () => {
    const server = createServer()
    openForm(server)
    press('Lưu')
    await saved()
    expect(server.sent).toEqual([])
  })

  test('makes one article however often the button is pressed', async () => {
    const server = createServer()
    openForm(server, true)
    type('Tiêu đề', 'Bài mới')
    press('Lưu')
    press('Lưu')
    await saved()
    expect(server.sent.map(({ line, body }) => [line, body])).toEqual([['POST ', { title: 'Bài mới', unitId: 'office' }]])
  })

  test('stops at a missing title and goes there', async () => {
    const server = createServer()
    openForm(server, true)
    type('Sapo', 'Một câu.')
    press('Lưu')
    await screen.findByText('Bài cần có tiêu đề.')
    expect(document.activeElement).toBe(field('Tiêu đề'))
    expect(server.sent).toEqual([])
  })

  test('keeps what is typed while it is under way, and saves it next', async () => {
    const server = createServer()
    openForm(server)
    let goOn = (): void => undefined
    server.next = () =>
      new Promise((resolve) => {
        goOn = () => {
          server.change({ title: 'Tít một' })
          resolve(Response.json(server.article))
        }
      })
    type('Tiêu đề', 'Tít một')
    press('Lưu')
    await screen.findByText('Đang lưu…')
    type('Tiêu đề', 'Tít một hai')
    await act(async () => goOn())
    await saved()
    expect(field('Tiêu đề').value).toBe('Tít một hai')
    expect(server.sent.map(({ body }) => body)).toEqual([{ title: 'Tít một' }, { title: 'Tít một hai' }])
  })

  test('that finds no network says where the text is, and goes through when it is tried again', async () => {
    const server = createServer()
    openForm(server)
    server.next = () => Promise.reject(new TypeError('Failed to fetch'))
    type('Tiêu đề', 'Tít mới')
    press('Lưu')
    await screen.findByText(/^Mất kết nối: chưa lưu được/)
    press('Thử lại')
    await saved()
    expect(field('Tiêu đề').value).toBe('Tít mới')
    expect(screen.queryByText(/^Mất kết nối/)).toBeNull()
  })
})

describe('a save that is stale', () => {
  const conflict = async () => {
    const server = createServer()
    openForm(server)
    type('Tiêu đề', 'Tít của tôi')
    type('Sapo', 'Sapo của tôi.')
    server.change({ title: 'Tít của họ' })
    press('Lưu')
    await screen.findByRole('dialog', { name: 'Bài đã có người khác sửa' })
    return server
  }

  test('shows both texts and, put on top, sends only this person’s fields onto the new version', async () => {
    const server = await conflict()
    expect(screen.getByText('Tít của họ')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'Bản của bạn' }))
    press('Lưu theo lựa chọn')
    await saved()
    expect(last(server)).toEqual(['"4"', { title: 'Tít của tôi', sapo: 'Sapo của tôi.' }])
  })

  test('sends nothing of a field in which theirs was taken, and keeps this person’s text on the device', async () => {
    const server = await conflict()
    fireEvent.click(screen.getByRole('radio', { name: 'Bản của Trần Minh' }))
    press('Lưu theo lựa chọn')
    await saved()
    expect(last(server)).toEqual(['"4"', { sapo: 'Sapo của tôi.' }])
    expect(field('Tiêu đề').value).toBe('Tít của họ')
    expect(JSON.stringify(localStorage)).toContain('Tít của tôi')
    press('Khôi phục bản chưa lưu')
    expect(field('Tiêu đề').value).toBe('Tít của tôi')
  })

  test('left for later changes nothing on either side', async () => {
    const server = await conflict()
    press('Quay lại, chưa lưu')
    expect(field('Tiêu đề').value).toBe('Tít của tôi')
    expect(server.article.title).toBe('Tít của họ')
  })
})
