import { expect, test } from 'vitest'
import { deriveKey } from './keys.ts'

test('a key has 32 bytes, is the same each time and differs by secret and by purpose', () => {
  const key = deriveKey('one secret', 'access-token')
  expect(key).toHaveLength(32)
  expect(deriveKey('one secret', 'access-token')).toEqual(key)
  expect(deriveKey('one secret', 'refresh-token')).not.toEqual(key)
  expect(deriveKey('another secret', 'access-token')).not.toEqual(key)
})
