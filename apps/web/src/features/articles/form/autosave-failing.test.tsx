import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openForm, pass, press, type } from './test-desk.tsx'
import { createServer, refusal } from './test-server.ts'

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ now: new Date('2021-12-28T07:00:00+07:00') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const onDevice = () => JSON.stringify(localStorage)
const state = () => screen.getByText(/^(Đã lưu lúc|Chưa lưu|Đang lưu)/).textContent
const network = () => Promise.reject(new TypeError('Failed to fetch'))

describe('a save that fails', () => {
  test('is tried again with growing rests; the text is kept on the device until it is saved', async () => {
    const server = createServer()
    openForm(server)
    server.next = network
    type('Tiêu đề', 'Tít mới')
    await pass(5)
    expect(state()).toBe('Chưa lưu được · bản trên máy này còn giữ')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(onDevice()).toContain('Tít mới')
    server.next = network
    await pass(9)
    expect(server.sent).toHaveLength(1)
    await pass(1)
    expect(server.sent).toHaveLength(2)
    await pass(19)
    expect(server.sent).toHaveLength(2)
    await pass(1)
    expect(state()).toMatch(/^Đã lưu lúc/)
    expect(onDevice()).not.toContain('Tít mới')
  })

  test('by a lost answer is asked for again with the same key before anything newer, and nothing is saved twice or lost', async () => {
    const server = createServer()
    openForm(server)
    server.next = network
    type('Tiêu đề', 'Tít một')
    await pass(5)
    type('Tiêu đề', 'Tít một hai')
    await pass(20)
    const [lost, again, rest] = server.sent
    expect(again).toEqual(lost)
    expect(again?.key).toMatch(/^[a-z0-9]{8,}$/)
    expect(rest).toMatchObject({ version: '"4"', body: { title: 'Tít một hai' } })
    expect(server.article.title).toBe('Tít một hai')
  })

  test('because it is refused says why, once, and is tried again when the text has changed', async () => {
    const server = createServer()
    openForm(server)
    server.next = () => Promise.resolve(refusal(400, 'invalid_request', { errors: [{ pointer: '/title', message: 'không nhận' }] }))
    type('Tiêu đề', 'Tít sai')
    await pass(60)
    expect(server.sent).toHaveLength(1)
    expect(screen.getByText('Tiêu đề: không nhận')).toBeTruthy()
    type('Tiêu đề', 'Tít đúng')
    await pass(5)
    expect(server.article.title).toBe('Tít đúng')
    expect(screen.queryByText('Tiêu đề: không nhận')).toBeNull()
  })

  test('because the session ended interrupts nobody: a line says so, and the button asks for the password', async () => {
    const server = createServer()
    openForm(server)
    server.next = () => Promise.resolve(refusal(401, 'session_ended'))
    type('Tiêu đề', 'Tít mới')
    await pass(5)
    expect(screen.getByText(/^Phiên làm việc đã hết/)).toBeTruthy()
    type('Tiêu đề', 'Tít mới hơn')
    await pass(60)
    expect(server.sent).toHaveLength(1)
    press('Thử lại')
    await pass(0)
    expect(server.article.title).toBe('Tít mới hơn')
  })
})
