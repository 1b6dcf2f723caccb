import type { Redirect } from '@bantin/shared/redirects'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { RedirectDialog } from './redirect-dialog.tsx'
import type { RedirectTask } from './use-redirect-form.ts'

afterEach(cleanup)

const stored: Redirect = {
  id: 'r1',
  version: 2,
  fromPathQuery: '/cu.aspx?id=1',
  articleId: null,
  url: 'https://moi.example/a',
  leadsTo: 'https://moi.example/a',
  hits: 0,
  lastHitOn: null,
  createdBy: null,
  createdAt: '2026-08-01T10:32:00+07:00',
}
const articles = {
  items: [{ id: 'a1', title: 'Bài thi đua', name: 'Bài thi đua · 01/08/2026' }],
  more: null,
  busy: false,
  error: null,
  retry: () => undefined,
}

let answer: object
const saved = vi.fn<(redirect: Redirect) => void>()
beforeEach(() => {
  answer = stored
  saved.mockReset()
})

function open(task: RedirectTask) {
  const api = recordingApi({
    'POST /redirects': () => answer,
    'PATCH /redirects/r1': () => answer,
    'GET /redirects/r1': { ...stored, version: 3, url: '/don-vi', leadsTo: `${window.location.origin}/don-vi` },
  })
  renderWithApi(<RedirectDialog task={task} articles={articles} onSaved={saved} onClose={() => undefined} />, api)
  return api
}

const from = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Địa chỉ cũ/ })
const url = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Địa chỉ mới' })
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Lưu' }))

test('a whole link that is pasted becomes path and query, and leads to the article that is found by its title', async () => {
  const api = open({ redirect: null, from: '' })
  fireEvent.input(from(), { target: { value: 'https://cu.example.gov.vn/tin.aspx?id=15#top' } })
  fireEvent.blur(from())
  expect(from().value).toBe('/tin.aspx?id=15')
  fireEvent.input(screen.getByRole('combobox', { name: 'Tìm bài' }), { target: { value: 'thi dua' } })
  fireEvent.click(screen.getByRole('option', { name: /^Bài thi đua/ }))
  save()
  await vi.waitFor(() => expect(saved).toHaveBeenCalledWith(stored))
  expect(api.changes()).toMatchObject([{ line: 'POST /redirects', body: { fromPathQuery: '/tin.aspx?id=15', articleId: 'a1', url: null } }])
})

test('what is missing is said at its field and nothing is sent', () => {
  const api = open({ redirect: null, from: '' })
  save()
  expect([screen.getByText('Hãy ghi địa chỉ cũ.'), screen.getByText('Hãy chọn một bài.')]).toHaveLength(2)
  expect(document.activeElement).toBe(from())
  fireEvent.input(from(), { target: { value: '/cu' } })
  fireEvent.click(screen.getByRole('radio', { name: 'Một địa chỉ' }))
  save()
  expect(screen.getByText('Hãy ghi địa chỉ mới.')).toBeDefined()
  expect(document.activeElement).toBe(url())
  expect(api.sent).toEqual([])
})

test('what the API finds wrong stands at the field, with all that was filled in', async () => {
  open({ redirect: null, from: '/don-vi' })
  fireEvent.click(screen.getByRole('radio', { name: 'Một địa chỉ' }))
  fireEvent.input(url(), { target: { value: '/x' } })
  answer = problem({
    status: 400,
    code: 'invalid_request',
    errors: [{ in: 'body', pointer: '/fromPathQuery', code: 'own_address', message: '' }],
  })
  save()
  await screen.findByText('Đây là trang của chính mình, nên không dẫn đi nơi khác được.')
  expect([from().getAttribute('aria-invalid'), from().value, url().value]).toEqual(['true', '/don-vi', '/x'])
  answer = problem({ status: 409, errors: [{ in: 'body', pointer: '/fromPathQuery', code: 'fresh_code', message: '' }] })
  save()
  await screen.findByText('Địa chỉ này không dùng được.')
  expect(saved).not.toHaveBeenCalled()
})

test('changed by someone else, it says where it leads now, and goes with the newer version when it is pressed again', async () => {
  const api = open({ redirect: stored })
  fireEvent.input(url(), { target: { value: 'https://moi.example/b' } })
  answer = problem({ status: 412 })
  save()
  await screen.findByText(/hiện dẫn đến \/don-vi\./)
  expect(url().value).toBe('https://moi.example/b')
  answer = stored
  save()
  await vi.waitFor(() => expect(saved).toHaveBeenCalled())
  expect(api.changes().map(({ version }) => version)).toEqual(['"2"', '"3"'])
})

test('deleted by someone else, or the network away, it says so and stays', async () => {
  open({ redirect: stored })
  answer = problem({ status: 404 })
  save()
  await screen.findByText('Địa chỉ này đã được người khác xoá.')
  answer = problem({ status: 503 })
  save()
  await screen.findByText('Chưa lưu được. Hãy thử lại.')
})
