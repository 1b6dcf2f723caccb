import { expect, test } from 'vitest'
import { readUsersSearch, usersFiltersOf } from './users-search.ts'

const unit = '00000000-0000-7000-8000-000000000001'

test('an address says who is looked for, in which state, role and unit; the API is asked for the same', () => {
  const search = { tim: 'lan', 'trang-thai': 'cho-nhan', 'vai-tro': 'editor', 'don-vi': unit } as const
  expect(readUsersSearch(search)).toEqual(search)
  expect(usersFiltersOf(search)).toEqual({ q: 'lan', state: 'invited', role: 'editor', unit })
  expect(readUsersSearch({ tim: 15 })).toEqual({ tim: '15' })
})

test('what it says wrongly is left out', () => {
  expect(readUsersSearch({ tim: ' ', 'trang-thai': 'toString', 'vai-tro': 'owner', 'don-vi': 'x', cursor: 'y' })).toEqual({})
  expect(readUsersSearch({ tim: 'a'.repeat(300) }).tim).toHaveLength(100)
  expect(usersFiltersOf({})).toEqual({})
})
