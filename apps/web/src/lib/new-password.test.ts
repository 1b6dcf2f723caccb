import { expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { problemOfPassword, refusalOfPassword } from './new-password.ts'

test('a new password has 8 to 128 characters, counted as they are read, however they are put together', () => {
  expect(['1234567', '12345678', 'x'.repeat(128), 'x'.repeat(129)].map(problemOfPassword)).toEqual(['short', undefined, undefined, 'long'])
  expect(problemOfPassword('ế'.normalize('NFD').repeat(7))).toBe('short')
  expect(problemOfPassword('🌾'.repeat(7))).toBe('short')
})

test('what the API finds wrong with it is told from every other refusal', () => {
  const refusal = (pointer: string, code: string) =>
    new ApiError('invalid_request', 400, { errors: [{ in: 'body', pointer, code, message: '' }] })
  expect(refusalOfPassword(refusal('/password', 'common_password'))).toBe('common')
  expect(refusalOfPassword(refusal('/password', 'same_password'))).toBe('same')
  expect(refusalOfPassword(refusal('/password', 'not_valid'))).toBe('refused')
  expect(refusalOfPassword(refusal('/name', 'not_valid'))).toBeUndefined()
  expect(refusalOfPassword(new TypeError('x'))).toBeUndefined()
})
