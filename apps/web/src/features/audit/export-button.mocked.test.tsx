import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { ExportButton } from './export-button.tsx'

vi.mock('../../lib/save-file.ts', () => ({ saveFile: vi.fn() }))

beforeEach(() => vi.mocked(saveFile).mockReset())
afterEach(cleanup)

const csv = (rows: number) => `\uFEFFid,at\r\n${Array.from({ length: rows }, (_, i) => `${rows - i + 40},x\r\n`).join('')}`
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const names = () => vi.mocked(saveFile).mock.calls.map(([, name]) => name)

function open(answers: Record<string, () => object | number>) {
  const api = recordingApi(answers)
  renderWithApi(<ExportButton filters={{ action: 'article.publish', from: '2026-08-01' }} />, api)
  return api
}

const path = 'GET /audit/export?action=article.publish&from=2026-08-01'

test('what the filters show is saved as a file, and said with its rows', async () => {
  open({ [path]: () => new Response(csv(12)) })
  press('Tải về (CSV)')
  expect(screen.getByRole('status').textContent).toContain('Nhật ký dài có thể mất vài phút.')
  await screen.findByText(/^Đã tải về 12 dòng\./)
  expect(await vi.mocked(saveFile).mock.calls[0]?.[0].text()).toBe(csv(12).slice(1))
  expect(names()[0]).toMatch(/^nhat-ky-\d{4}-\d\d-\d\d\.csv$/)
  expect(screen.queryByRole('button', { name: 'Tải tiếp phần cũ hơn' })).toBeNull()
})

test('a file that is full says so, and the older rows follow in a file of their own', async () => {
  open({ [path]: () => new Response(csv(100_000)), [`${path}&before=41`]: () => new Response(csv(3)) })
  press('Tải về (CSV)')
  await screen.findByText(/^Tệp có 100\.000 dòng mới nhất/)
  press('Tải tiếp phần cũ hơn')
  await screen.findByText(/^Đã tải về 3 dòng\./)
  expect(names()[1]).toMatch(/-41\.csv$/)
})

test('a log without rows is no file', async () => {
  open({ [path]: () => new Response(csv(0)) })
  press('Tải về (CSV)')
  await screen.findByText('Không có dòng nào để tải về.')
  expect(saveFile).not.toHaveBeenCalled()
})

test('what failed is told and can be tried again', async () => {
  const answers = [503, new Response(csv(1))]
  open({ [path]: () => answers.shift() ?? 503 })
  press('Tải về (CSV)')
  await screen.findByText('Máy chủ đang bận. Hãy thử lại sau ít phút.')
  press('Thử lại')
  await screen.findByText(/^Đã tải về 1 dòng\./)
})

test('a download that is stopped saves nothing', async () => {
  let asked = false
  const fetch = (_input: RequestInfo | URL, { signal }: RequestInit = {}) => {
    asked = true
    return new Promise<Response>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  }
  renderWithApi(<ExportButton filters={{}} />, { fetch: fetch as typeof globalThis.fetch })
  press('Tải về (CSV)')
  await vi.waitFor(() => expect(asked).toBe(true))
  press('Ngừng tải')
  await screen.findByText('Đã ngừng tải.')
  expect(saveFile).not.toHaveBeenCalled()
})
