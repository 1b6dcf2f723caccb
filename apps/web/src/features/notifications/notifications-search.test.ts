import { expect, test } from 'vitest'
import { readNotificationsSearch } from './notifications-search.ts'

test('an address says which view is shown; what it says wrongly is left out', () => {
  expect(readNotificationsSearch({ xem: 'chua-doc' })).toEqual({ xem: 'chua-doc' })
  expect([readNotificationsSearch({ xem: 'tat-ca' }), readNotificationsSearch({ unread: true })]).toEqual([{}, {}])
})
