import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { field, openForm, press, type } from '../form/test-desk.tsx'
import { createServer } from '../form/test-server.ts'

afterEach(cleanup)

test('a withdrawal without a reason goes to the field of the reason', async () => {
  const server = createServer({ workState: 'none', publicState: 'published', edition: 1 })
  openForm(server)
  press('Thu hồi')
  const dialog = within(screen.getByRole('dialog'))
  const withdraw = () => fireEvent.click(dialog.getByRole('button', { name: 'Thu hồi' }))
  withdraw()
  await dialog.findByText('Hãy ghi lý do.')
  expect(document.activeElement).toBe(field('Lý do'))
  type('Lý do', ' Sai số liệu ')
  withdraw()
  await screen.findByText(/^Đã thu hồi lúc/)
  expect(server.sent.map(({ body }) => body)).toEqual([{ reason: 'Sai số liệu' }])
})

test('a new edition goes out as nothing that was not chosen: pressing on goes to the choice', async () => {
  const server = createServer({ publicState: 'published', edition: 1 })
  openForm(server)
  press('Đăng bản sửa')
  const dialog = within(screen.getByRole('dialog'))
  const radios = dialog.getAllByRole<HTMLInputElement>('radio')
  expect(radios.map(({ checked }) => checked)).toEqual([false, false, false])
  fireEvent.click(dialog.getByRole('button', { name: 'Đăng bản sửa' }))
  expect(dialog.getByText('Hãy chọn đây là loại bản sửa nào.')).toBeTruthy()
  expect(document.activeElement).toBe(radios[0])
  expect(server.sent).toEqual([])
  fireEvent.click(dialog.getByRole('radio', { name: /^Sửa nhỏ/ }))
  fireEvent.click(dialog.getByRole('button', { name: 'Đăng bản sửa' }))
  await screen.findByText(/^Đã đăng lúc/)
  expect(server.sent.map(({ body }) => body)).toEqual([{ kind: 'minor' }])
})

test('a correction that lacks a side goes to the first empty one', () => {
  const server = createServer({ publicState: 'published', edition: 1 })
  openForm(server)
  press('Đăng bản sửa')
  const dialog = within(screen.getByRole('dialog'))
  const publish = () => fireEvent.click(dialog.getByRole('button', { name: 'Đăng bản sửa' }))
  fireEvent.click(dialog.getByRole('radio', { name: /^Đính chính/ }))
  publish()
  expect(document.activeElement).toBe(field('Đã đăng'))
  type('Đã đăng', '14 đơn vị')
  publish()
  expect(document.activeElement).toBe(field('Sửa lại'))
  expect(server.sent).toEqual([])
})
