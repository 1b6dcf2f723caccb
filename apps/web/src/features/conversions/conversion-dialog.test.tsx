import type { Conversion } from '@bantin/shared/conversions'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { ConversionDialog } from './conversion-dialog.tsx'

afterEach(cleanup)

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
const conversion: Conversion = {
  title: null,
  body: { type: 'doc', content: [paragraph('Đoạn đầu của tệp.')] },
  dropped: [{ what: 'strike', count: 2, sample: 'chữ thừa' }],
  legacyFont: null,
  media: [],
}
const owners = [
  { id: 'u1', name: 'Sở Nội vụ', depth: 0 },
  { id: 'u2', name: 'Văn phòng', depth: 1 },
]
const make = vi.fn<() => Promise<void>>()
beforeEach(() => make.mockReset())

function open(answers: Parameters<typeof recordingApi>[0]) {
  const api = recordingApi(answers)
  const file = new File(['x'], 'Tin_thi_dua.docx')
  renderWithApi(<ConversionDialog file={file} owners={owners} ownerId="u2" onMake={make} onClose={() => undefined} />, api)
  return api
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const url = 'POST /conversions/file'

test('a document becomes a draft with the title and unit that were looked at; what was left out is said', async () => {
  open({ [url]: conversion })
  await screen.findByText('Đoạn đầu của tệp.')
  expect(screen.getByText(/^chữ gạch ngang: 2 chỗ/).textContent).toContain('chữ thừa')
  const title = screen.getByRole<HTMLInputElement>('textbox', { name: /^Tiêu đề/ })
  expect(title.value).toBe('Tin thi dua')
  fireEvent.input(title, { target: { value: ' ' } })
  press('Tạo bản nháp')
  expect(screen.getByText('Hãy ghi tiêu đề.')).toBeDefined()
  fireEvent.input(title, { target: { value: 'Thi đua' } })
  make.mockRejectedValueOnce(new Error('lost')).mockResolvedValueOnce()
  press('Tạo bản nháp')
  await screen.findByText(/^Chưa tạo được bản nháp/)
  press('Tạo bản nháp')
  expect(make.mock.calls).toEqual([1, 2].map(() => [{ title: 'Thi đua', body: conversion.body, unitId: 'u2' }]))
})

test('letters of an old font are rewritten when somebody says so, and left when he says so', async () => {
  const rewritten = { ...conversion, body: { type: 'doc', content: [paragraph('Thi đua')] } }
  const api = open({ [url]: { ...conversion, legacyFont: 'tcvn3' }, [`${url}?legacyFont=tcvn3`]: rewritten })
  await screen.findByText(/giống mã cũ TCVN3/)
  press('Chuyển sang Unicode')
  await screen.findByText(/^Đã chuyển từ mã TCVN3/)
  expect(screen.getByText('Thi đua')).toBeDefined()
  press('Để nguyên như trong tệp')
  await screen.findByText(/giống mã cũ TCVN3/)
  expect(api.changes().map(({ line, body }) => [line, body])).toEqual(
    [url, `${url}?legacyFont=tcvn3`, url].map((line) => [line, ['Tin_thi_dua.docx']]),
  )
})

test('a file that cannot be opened says what to do instead', async () => {
  open({ [url]: 415 })
  await screen.findByText(/^Chỉ mở được tệp .docx/)
  expect(screen.queryByRole('button', { name: 'Tạo bản nháp' })).toBeNull()
})
