import { expect, test } from 'vitest'
import { readRedirectsSearch } from './redirects-search.ts'

test('an address says which list is shown and what is searched for, digits too', () => {
  expect(readRedirectsSearch({ xem: 'khong-thay', tim: 'tin tức' })).toEqual({ xem: 'khong-thay', tim: 'tin tức' })
  expect(readRedirectsSearch({ tim: 15 })).toEqual({ tim: '15' })
})

test('what it says wrongly is left out', () => {
  expect(readRedirectsSearch({ xem: 'tat-ca', tim: '  ', limit: 5 })).toEqual({})
  expect(readRedirectsSearch({ tim: ['a'] })).toEqual({})
  expect(readRedirectsSearch({ tim: 'a'.repeat(300) }).tim).toHaveLength(200)
})
