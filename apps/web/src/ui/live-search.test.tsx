import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recordingApi, renderWithApi } from '../../test/recording-api.tsx'
import { LiveSearch } from './live-search.tsx'

const onSearch = vi.fn<(text: string) => void>()
beforeEach(() => {
  vi.useFakeTimers()
  onSearch.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Tìm' })
const type = (value: string, isComposing = false) => fireEvent.input(field(), { target: { value }, isComposing })
const open = (text = '') => renderWithApi(<LiveSearch text={text} label="Tìm" maxLength={200} onSearch={onSearch} />, recordingApi({}))

test('what is typed is searched for once nobody types any more, and never in the middle of a letter', () => {
  open()
  type('de')
  type('đee', true)
  vi.advanceTimersByTime(5000)
  expect(onSearch).not.toHaveBeenCalled()
  field().value = ' đê '
  fireEvent.compositionEnd(field())
  vi.advanceTimersByTime(5000)
  expect(onSearch.mock.calls).toEqual([['đê']])
})

test('it is cleared at once by its button, and the field goes on having the focus', () => {
  open('đê biển')
  fireEvent.click(screen.getByRole('button', { name: 'Xoá chữ đang tìm' }))
  expect([onSearch.mock.calls, field().value, document.activeElement]).toEqual([[['']], '', field()])
  vi.advanceTimersByTime(5000)
  expect(onSearch).toHaveBeenCalledTimes(1)
})

test('Enter searches at once, and what was searched for by other means stands in the field', () => {
  const { show } = open('đê')
  type('đập')
  fireEvent.submit(screen.getByRole('search'))
  expect(onSearch.mock.calls).toEqual([['đập']])
  show(<LiveSearch text="" label="Tìm" maxLength={200} onSearch={onSearch} />)
  expect(field().value).toBe('')
})
