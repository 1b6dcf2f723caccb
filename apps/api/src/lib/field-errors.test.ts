import { describe, expect, test } from 'vitest'
import { fieldErrors } from './field-errors.ts'

const finding = { keyword: 'pattern', instancePath: '/startsOn', params: {}, message: 'must match pattern "^x$"' }

describe('a finding', () => {
  test('of a form says what to send instead, never the expression', () => {
    const [error] = fieldErrors([{ ...finding, parentSchema: { description: 'a day such as 2026-11-23' } }], 'body')
    expect(error).toEqual({ in: 'body', pointer: '/startsOn', code: 'pattern', message: 'Use a day such as 2026-11-23.' })
    expect(fieldErrors([finding], 'body')[0]?.message).not.toContain('^')
  })

  test('names a parameter by its name and a field by its pointer', () => {
    expect(fieldErrors([{ ...finding, keyword: 'type', message: 'must be integer' }], 'query')[0]).toMatchObject({
      in: 'query',
      name: 'startsOn',
      code: 'wrong_type',
    })
    const unknown = { keyword: 'additionalProperties', instancePath: '/a', params: { additionalProperty: 'b/c' } }
    expect(fieldErrors([unknown], 'body')[0]).toMatchObject({ pointer: '/a/b~1c', code: 'unknown_field', message: 'Unknown field.' })
    const close = { keyword: 'additionalProperties', instancePath: '', params: { additionalProperty: 'limt', didYouMean: 'limit' } }
    expect(fieldErrors([close], 'query')[0]).toMatchObject({ name: 'limt', message: "Unknown parameter. Did you mean 'limit'?" })
  })

  test('of a parameter that was given twice says so; of a list in a body, what it has to be', () => {
    const twice = { ...finding, keyword: 'type', message: 'must be integer', data: ['5', '6'] }
    expect(fieldErrors([twice], 'query')[0]?.message).toBe('Give it once.')
    expect(fieldErrors([twice], 'body')[0]?.message).toBe('It must be integer.')
  })

  test('is one of twenty at most', () => expect(fieldErrors(Array(50).fill(finding), 'body')).toHaveLength(20))
})
