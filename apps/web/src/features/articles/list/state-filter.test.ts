import { expect, test } from 'vitest'
import { filtersOf, hasTooManyWords, readListSearch } from './state-filter.ts'

const unit = '01a20929-6713-75e3-9563-df1f2f6c5c94'

test('an address with all filters asks the API for exactly these', () => {
  const raw = {
    tim: ' đê biển ',
    'ban-nhap': 'cho-duyet',
    'trang-thai': 'dang-dang',
    'don-vi': unit,
    cua: 'toi',
    'qua-gio': true,
    'dang-truoc': true,
  }
  expect(filtersOf(readListSearch(raw), 'lan')).toEqual({
    q: 'đê biển',
    workState: 'in_review',
    publicState: 'published',
    unitId: unit,
    me: true,
    overdue: true,
    unreviewed: true,
  })
})

test('whose articles: one’s own, those given to oneself, and everybody else’s', () => {
  const ask = (cua: string) => filtersOf(readListSearch({ cua }), 'lan')
  expect([ask('toi'), ask('giao-toi'), ask('nguoi-khac')]).toEqual([{ me: true }, { assigneeId: 'lan' }, { me: false }])
})

test('a search for digits is one for words, and one that is too long is cut', () => {
  expect(filtersOf(readListSearch({ tim: 2021 }), 'lan')).toEqual({ q: '2021' })
  expect(filtersOf(readListSearch({ tim: 'a'.repeat(300) }), 'lan').q).toHaveLength(200)
})

test('sixteen words are searched for, and not one more', () => {
  expect([16, 17].map((count) => hasTooManyWords({ tim: 'a '.repeat(count) }))).toEqual([false, true])
  expect(hasTooManyWords({})).toBe(false)
})

test('what an address says wrongly or what is not a filter is left out', () => {
  const raw = { 'ban-nhap': 'constructor', 'trang-thai': 'toString', 'don-vi': "x' OR 1=1", cua: 'yes', 'qua-gio': 'true', cursor: 'abc' }
  expect(readListSearch(raw)).toEqual({})
  expect(filtersOf({}, 'lan')).toEqual({})
})
