import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { en } from '../../lib/i18n/desk/en.ts'
import { vi as words } from '../../lib/i18n/desk/vi.ts'
import { isOverdue, type LabelledStates, stateLabel } from './article-state.ts'

beforeEach(() => vi.useFakeTimers({ now: new Date('2021-11-26T20:00:00+07:00') }))
afterEach(() => {
  vi.useRealTimers()
})

const at = '2021-11-27T07:00:00+07:00'

describe('one label says both states', () => {
  test.each<[LabelledStates['workState'], LabelledStates['publicState'], string, string]>([
    ['draft', 'none', 'Bản nháp', 'Draft'],
    ['in_review', 'none', 'Chờ duyệt', 'In review'],
    ['approved', 'none', 'Đã duyệt', 'Approved'],
    ['scheduled', 'none', 'Hẹn giờ 07:00 27/11', 'Scheduled 07:00 27/11'],
    ['none', 'published', 'Đang đăng', 'Published'],
    ['draft', 'published', 'Đang đăng · có bản sửa', 'Published · being revised'],
    ['in_review', 'published', 'Đang đăng · có bản sửa chờ duyệt', 'Published · revision in review'],
    ['approved', 'held', 'Tạm gỡ · có bản sửa đã duyệt', 'Held · revision approved'],
    ['scheduled', 'published', 'Đang đăng · bản sửa hẹn giờ 07:00 27/11', 'Published · revision scheduled 07:00 27/11'],
    ['none', 'withdrawn', 'Thu hồi', 'Withdrawn'],
    ['none', 'redirected', 'Chuyển sang bài khác', 'Redirected'],
    ['none', 'removed', 'Đã gỡ', 'Removed'],
  ])('%s, %s', (workState, publicState, vietnamese, english) => {
    const states = { workState, publicState, publishAt: workState === 'scheduled' ? at : null, returned: null }
    expect([stateLabel(states, words.list.states), stateLabel(states, en.list.states)]).toEqual([vietnamese, english])
  })
})

test('a draft that a reviewer gave back says so', () => {
  const draft = { workState: 'draft', publishAt: null, returned: { at, by: 'Lan' } } as const
  expect(stateLabel({ ...draft, publicState: 'none' }, words.list.states)).toBe('Trả lại để sửa')
  expect(stateLabel({ ...draft, publicState: 'published' }, words.list.states)).toBe('Đang đăng · có bản sửa bị trả lại')
})

test('what was due and is not published says so, and the year where it is not this one', () => {
  const scheduled = { workState: 'scheduled', publicState: 'none', returned: null } as const
  vi.setSystemTime(new Date('2021-11-27T07:05:00+07:00'))
  expect(stateLabel({ ...scheduled, publishAt: at }, words.list.states)).toBe('Quá giờ hẹn 07:00 27/11')
  expect(stateLabel({ ...scheduled, publishAt: '2022-01-01T07:00:00+07:00' }, words.list.states)).toBe('Hẹn giờ 07:00 01/01/2022')
})

test('nothing is late in the minute in which it comes due, nor what is scheduled no more', () => {
  vi.setSystemTime(new Date('2021-11-27T07:00:30+07:00'))
  expect(isOverdue({ workState: 'scheduled', publishAt: at })).toBe(false)
  vi.setSystemTime(new Date('2021-11-28T07:00:00+07:00'))
  expect([isOverdue({ workState: 'scheduled', publishAt: at }), isOverdue({ workState: 'draft', publishAt: at })]).toEqual([true, false])
})
