import type { Settings } from '@bantin/shared/settings'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { GenreList } from './genre-list.tsx'
import { settingsQuery } from './settings.api.ts'

afterEach(cleanup)

const policy = { publishingPolicy: 'direct', minorDirect: false, secondFactorRequired: false, units: [], categories: [] } as const

function Page({ mayChange }: { mayChange: boolean }) {
  const { data } = useQuery(settingsQuery())
  return data ? <GenreList settings={data} mayChange={mayChange} /> : null
}

async function open(mayChange = true) {
  let stored: Settings = { ...policy, units: [], categories: [], genres: ['Tin', 'Bài'], version: 3 }
  const api = recordingApi({
    'GET /settings': () => stored,
    'PATCH /settings': () => {
      stored = { ...stored, ...(api.changes().at(-1)?.body as Partial<Settings>), version: stored.version + 1 }
      return stored
    },
  })
  renderWithApi(<Page mayChange={mayChange} />, api)
  await screen.findByRole('heading')
  return api
}

test('a genre is added once, put in order and saved over what was read', async () => {
  const api = await open()
  const add = (genre: string): void => {
    const field = screen.getByLabelText('Thêm thể loại')
    fireEvent.change(field, { target: { value: genre } })
    fireEvent.keyDown(field, { key: 'Enter' })
  }
  add(' ')
  expect(screen.getByText('Hãy ghi tên thể loại.')).toBeTruthy()
  add('TIN')
  expect(screen.getByText('Thể loại này có rồi.')).toBeTruthy()
  add('Phóng sự  ảnh')
  fireEvent.click(screen.getByRole('button', { name: 'Chuyển lên: Phóng sự ảnh' }))
  fireEvent.click(screen.getByRole('button', { name: 'Bỏ: Tin' }))
  fireEvent.click(screen.getByRole('button', { name: 'Lưu thay đổi' }))
  await screen.findByText('Đã lưu danh sách thể loại.')
  expect(api.changes().map(({ version, body }) => [version, body])).toEqual([['"3"', { genres: ['Phóng sự ảnh', 'Bài'] }]])
})

test('whoever may only read the list reads it', async () => {
  await open(false)
  expect([screen.getAllByRole('listitem').map(({ textContent }) => textContent), screen.queryByRole('button')]).toEqual([
    ['Tin', 'Bài'],
    null,
  ])
})
