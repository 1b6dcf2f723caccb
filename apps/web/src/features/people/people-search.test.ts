import { expect, test } from 'vitest'
import { peopleFiltersOf, readPeopleSearch } from './people-search.ts'

const unit = '00000000-0000-7000-8000-000000000001'

test('an address says who is looked for, in which state, role and unit; the API is asked for the same', () => {
  const search = { tim: 'lan', 'trang-thai': 'cho-nhan', 'vai-tro': 'editor', 'don-vi': unit } as const
  expect(readPeopleSearch(search)).toEqual(search)
  expect(peopleFiltersOf(search)).toEqual({ q: 'lan', state: 'invited', role: 'editor', unit })
  expect(readPeopleSearch({ tim: 15 })).toEqual({ tim: '15' })
})

test('what it says wrongly is left out', () => {
  expect(readPeopleSearch({ tim: ' ', 'trang-thai': 'toString', 'vai-tro': 'owner', 'don-vi': 'x', cursor: 'y' })).toEqual({})
  expect(readPeopleSearch({ tim: 'a'.repeat(300) }).tim).toHaveLength(100)
  expect(peopleFiltersOf({})).toEqual({})
})
