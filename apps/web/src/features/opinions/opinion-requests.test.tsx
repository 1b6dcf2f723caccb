import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Opinion } from '@bantin/shared/opinions'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { OpinionRequests } from './opinion-requests.tsx'

afterEach(cleanup)

const path = '/articles/a1/opinions'
const article = { id: 'a1', version: 7 } as EditorialArticle

function opinion(id: string, part: Partial<Opinion> = {}): Opinion {
  return {
    id,
    name: 'Nguyễn Thị Hạnh',
    revision: 3,
    askedBy: { id: 'lan', name: 'Lan' },
    askedAt: '2021-12-28T10:32:00+07:00',
    expiresAt: '2999-01-01T08:00:00+07:00',
    revokedAt: null,
    answer: null,
    text: null,
    answeredAt: null,
    ...part,
  }
}

function open(opinions: Opinion[], answers: Parameters<typeof recordingApi>[0] = {}, mayEdit = true) {
  const api = recordingApi({ [`GET ${path}?limit=20`]: { data: opinions, page: { next: null } }, ...answers })
  renderWithApi(<OpinionRequests article={article} mayEdit={mayEdit} />, api)
  return api
}

const press = (name: string, inside: HTMLElement = document.body) => fireEvent.click(within(inside).getByRole('button', { name }))
const name = () => screen.getByLabelText('Họ tên người được hỏi') as HTMLInputElement

test('one person is asked by name about the version that is shown', async () => {
  const made = { ...opinion('o1'), url: 'http://site/y-kien/bi-mat', token: 'bi-mat' }
  const { changes } = open([], { [`POST ${path}`]: made })
  await screen.findByText('Chưa hỏi ý kiến ai.')
  fireEvent.input(name(), { target: { value: ' Nguyễn Thị Hạnh ' } })
  press('Tạo đường dẫn hỏi ý kiến')
  expect(((await screen.findByLabelText('Đường dẫn')) as HTMLInputElement).value).toBe(made.url)
  expect(screen.getByText(/Đường dẫn này dành cho Nguyễn Thị Hạnh\./)).toBeDefined()
  expect([changes(), name().value]).toEqual([[{ line: `POST ${path}`, version: '"7"', key: null, body: { name: 'Nguyễn Thị Hạnh' } }], ''])
})

test('nobody is asked without a name', async () => {
  const { changes } = open([])
  await screen.findByText('Chưa hỏi ý kiến ai.')
  press('Tạo đường dẫn hỏi ý kiến')
  expect(screen.getByText('Hãy ghi họ tên người được hỏi.')).toBeDefined()
  expect([document.activeElement, changes()]).toEqual([name(), []])
})

test('when somebody saved meanwhile no link is made, and the name stays', async () => {
  const current = { version: 8, changedBy: 'Minh', changedAt: '2021-12-28T10:40:00+07:00', fields: [] }
  open([], { [`POST ${path}`]: () => problem({ status: 412, current }) })
  await screen.findByText('Chưa hỏi ý kiến ai.')
  fireEvent.input(name(), { target: { value: 'Hạnh' } })
  press('Tạo đường dẫn hỏi ý kiến')
  expect(await screen.findByText(/^Minh đã lưu bản mới lúc 10:40, nên chưa tạo đường dẫn\./)).toBeDefined()
  expect(name().value).toBe('Hạnh')
})

test('answers are shown with what they are about; what is answered cannot be revoked', async () => {
  const answeredAt = '2021-12-28T14:05:00+07:00'
  open([
    opinion('o3'),
    opinion('o2', { name: 'Lê Văn An', answer: 'change', text: 'Sửa tên\nđơn vị.', answeredAt, revision: 2 }),
    opinion('o1', { name: 'Trần Bình', answer: 'agree', answeredAt, revision: 1 }),
  ])
  const items = await screen.findAllByRole('listitem')
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringContaining('về bản 3 · Mở được đến 08:00, 01/01/2999Chưa trả lời'),
    'Lê Văn AnLan hỏi lúc 10:32, 28/12/2021 · về bản 2Đề nghị sửa · Trả lời lúc 14:05, 28/12/2021Sửa tên\nđơn vị.',
    'Trần BìnhLan hỏi lúc 10:32, 28/12/2021 · về bản 1Đồng ý · Trả lời lúc 14:05, 28/12/2021',
  ])
  expect(screen.getAllByRole('button', { name: /^Huỷ đường dẫn hỏi ý kiến/ })).toHaveLength(1)
})

test('an answer that came first keeps its link from being revoked', async () => {
  open([opinion('o1')], { [`DELETE ${path}/o1`]: 409 })
  await screen.findByRole('listitem')
  press('Huỷ đường dẫn hỏi ý kiến Nguyễn Thị Hạnh')
  press('Huỷ đường dẫn', await screen.findByRole('dialog'))
  expect(await screen.findByText('Người này đã trả lời, nên không huỷ được nữa.')).toBeDefined()
})

test('who may only read asks nobody', async () => {
  open([opinion('o1')], {}, false)
  await screen.findByRole('listitem')
  expect([screen.queryByRole('button'), screen.queryByRole('textbox')]).toEqual([null, null])
})
