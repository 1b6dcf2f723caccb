import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { field, openForm, press, type } from './test-desk.tsx'
import { createServer } from './test-server.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const describedBy = (control: HTMLElement) => document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent

describe('publishing', () => {
  test('is not asked about while something is missing: the first such field is gone to, each time', () => {
    openForm(createServer({ body: { type: 'doc', content: [] } }), true)
    for (const _press of [1, 2]) {
      screen.getByRole('button', { name: 'Đăng' }).focus()
      press('Đăng')
      expect(document.activeElement).toBe(field('Tiêu đề'))
    }
    expect(describedBy(field('Tiêu đề'))).toBe('Bài cần có tiêu đề.')
    type('Tiêu đề', 'Bài mới')
    press('Đăng')
    expect(document.activeElement).toBe(field('Sapo'))
    expect(describedBy(field('Sapo'))).toBe('Bài cần có sapo hoặc nội dung để đăng.')
    expect(screen.queryByRole('dialog')).toBeNull()
    type('Sapo', 'Một câu.')
    press('Đăng')
    expect(screen.getByRole('dialog', { name: 'Đăng bài' })).toBeTruthy()
  })

  test('saves what is unsaved first and publishes that version', async () => {
    const server = createServer()
    openForm(server)
    type('Tiêu đề', 'Tít mới')
    press('Đăng')
    fireEvent.click(screen.getAllByRole('button', { name: 'Đăng' }).at(-1) as HTMLElement)
    await screen.findByText(/^Đã đăng lúc/)
    expect(server.sent.map(({ line, version }) => `${line.split('/').slice(2).join('/')} ${version}`)).toEqual([' "3"', 'publish "4"'])
  })

  test('does not happen when the text could not be saved', async () => {
    const server = createServer()
    openForm(server)
    type('Tiêu đề', 'Tít của tôi')
    server.change({ title: 'Tít của họ' })
    press('Đăng')
    fireEvent.click(screen.getAllByRole('button', { name: 'Đăng' }).at(-1) as HTMLElement)
    await screen.findByRole('dialog', { name: 'Bài đã có người khác sửa' })
    expect(server.sent.some(({ line }) => line.endsWith('publish'))).toBe(false)
  })
})
