import { expect, test } from 'vitest'
import { history as words } from '../../lib/i18n/desk/vi-history.ts'
import { sayValue } from './revision-values.ts'

const nameOf = (id: string) => ({ u1: 'Văn phòng', u2: 'Kho bạc', c1: 'Kinh tế', p1: 'Lê Minh Hạnh' })[id]
const say = (name: Parameters<typeof sayValue>[0], value: unknown) => sayValue(name, value, nameOf, words, 'vi')

test('values are said by the names that the desk knows', () => {
  expect(say('categoryIds', ['c1'])).toBe('Kinh tế')
  expect(say('bylines', [{ authorId: 'p1', role: 'text' }])).toBe('Lê Minh Hạnh')
  const units = [
    { unitId: 'u1', role: 'lead' },
    { unitId: 'u2', role: 'mentioned' },
  ]
  expect(say('units', units)).toBe('Văn phòng, Kho bạc')
  expect(say('event', { startsOn: '2021-12-28', endsOn: null, place: 'Hội trường' })).toBe('28/12/2021, Hội trường')
  expect(say('source', { name: 'Báo Hà Tĩnh', url: null, author: 'An' })).toBe('Báo Hà Tĩnh, An')
})

test('nothing is said as nothing, and what has no name here as changed', () => {
  expect([say('event', null), say('categoryIds', [])]).toEqual(['(không có)', '(không có)'])
  expect([say('categoryIds', ['c9']), say('heroMediaId', 'm1'), say('tagIds', ['t1'])]).toEqual(['(đã đổi)', '(đã đổi)', '(đã đổi)'])
})
