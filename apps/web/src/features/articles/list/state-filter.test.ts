import { expect, test } from 'vitest'
import { filtersOf, readListSearch } from './state-filter.ts'

const unit = '01a20929-6713-75e3-9563-df1f2f6c5c94'

test('an address with all filters asks the API for exactly these', () => {
  const raw = { 'ban-nhap': 'cho-duyet', 'trang-thai': 'dang-dang', 'don-vi': unit, cua: 'toi', 'qua-gio': true, 'dang-truoc': true }
  expect(filtersOf(readListSearch(raw), 'lan')).toEqual({
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

test('what an address says wrongly or what is not a filter is left out', () => {
  const raw = { 'ban-nhap': 'constructor', 'trang-thai': 'toString', 'don-vi': "x' OR 1=1", cua: 'yes', 'qua-gio': 'true', cursor: 'abc' }
  expect(readListSearch(raw)).toEqual({})
  expect(filtersOf({}, 'lan')).toEqual({})
})
