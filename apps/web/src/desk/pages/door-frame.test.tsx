import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { DoorFrame } from './door-frame.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('an address without https says before anybody types a password what that means', () => {
  vi.stubGlobal('isSecureContext', false)
  render(<DoorFrame title="Ban biên tập">{null}</DoorFrame>)
  expect(screen.getByText(/^Địa chỉ này không dùng https: mật khẩu đi qua mạng không được mã hoá/)).toBeDefined()
})

test('one that is secure, https or this machine itself, says nothing of the kind', () => {
  vi.stubGlobal('isSecureContext', true)
  render(<DoorFrame title="Ban biên tập">{null}</DoorFrame>)
  expect(screen.queryByText(/https/)).toBeNull()
  expect(screen.getByRole('link', { name: 'Trang công khai' }).getAttribute('href')).toBe('/')
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  expect(localStorage.getItem('bantin:desk-locale')).toBe('en')
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  localStorage.clear()
})
