import { expect, test } from 'vitest'
import { sayAddress } from './say-address.ts'

test('an address is read with its letters, and as it is where they are broken', () => {
  expect(sayAddress('/tin-t%E1%BB%A9c?a=b%26c')).toBe('/tin-tức?a=b%26c')
  expect(sayAddress('/tin-t%E1')).toBe('/tin-t%E1')
})
