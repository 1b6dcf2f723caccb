import { expect, test } from 'vitest'
import { type SealPurpose, seal, unseal } from './seal.ts'

const purpose: SealPurpose = { secrets: ['a secret of the tests, long enough'], label: 'salt', context: '2026-11-23' }
const content = Buffer.from('what must not be read from a copy of the database')

test('what is sealed opens with the same purpose and shows nothing of itself', () => {
  const sealed = seal(content, purpose)
  expect(unseal(sealed, purpose)).toEqual(content)
  expect(sealed.includes(content.subarray(0, 8))).toBe(false)
  expect(seal(content, purpose)).not.toEqual(sealed)
})

test('an older secret opens while it is listed', () => {
  const sealed = seal(content, purpose)
  expect(unseal(sealed, { ...purpose, secrets: ['a newer secret', ...purpose.secrets] })).toEqual(content)
})

test.each([
  ['another secret', { secrets: ['a newer secret'] as [string] }],
  ['another label', { label: 'totp' }],
  ['another context', { context: '2026-11-24' }],
])('%s does not open it', (_name, other) => {
  expect(unseal(seal(content, purpose), { ...purpose, ...other })).toBeUndefined()
})

test('a changed or cut byte is noticed', () => {
  const sealed = seal(content, purpose)
  for (const at of [0, 12, 28, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(unseal(changed, purpose)).toBeUndefined()
  }
  expect(unseal(sealed.subarray(0, 20), purpose)).toBeUndefined()
  expect(unseal(Buffer.alloc(0), purpose)).toBeUndefined()
})
