import { expect, test } from 'vitest'
import { filtersOf, readListSearch } from './state-filter.ts'

const unit = '01a20929-6713-75e3-9563-df1f2f6c5c94'

test('an address with all filters asks the API for exactly these', () => {
  const search = readListSearch({ 'trang-thai': 'co-ban-sua', 'don-vi': unit, 'cua-toi': true })
  expect(filtersOf(search)).toEqual({ workState: 'draft', publicState: 'published', unitId: unit, me: true })
})

test('what an address says wrongly or what is not a filter is left out', () => {
  const raw = { 'trang-thai': 'constructor', 'don-vi': "x' OR 1=1", 'cua-toi': 'yes', cursor: 'abc' }
  expect(readListSearch(raw)).toEqual({})
  expect(filtersOf({})).toEqual({})
})
