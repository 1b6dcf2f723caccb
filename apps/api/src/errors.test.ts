import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ProblemError, toProblem } from './errors.ts'

const withCode = (code: string, cause?: Error) => Object.assign(new Error('x', { cause }), { code })

test.each([
  ['our own problem', new ProblemError('forbidden'), 'forbidden'],
  ['a broken constraint inside of the query builder', new DrizzleQueryError('x', [], withCode('23505')), 'conflict'],
  ['a lost connection', new DrizzleQueryError('x', [], withCode('08006')), 'unavailable'],
  ['no connection, whatever lies beneath', withCode('NO_CONNECTION', new Error('timeout expired')), 'unavailable'],
  ['a process that could not be started', withCode('EAGAIN'), 'unavailable'],
  ['a full disk', withCode('ENOSPC'), 'unavailable'],
  ['an unknown code', withCode('22P02'), 'internal'],
  ['a mistake of ours', new TypeError('x'), 'internal'],
  ['what is no error', undefined, 'internal'],
])('%s is told as what it is', (_name, error, code) => {
  expect(toProblem(error).code).toBe(code)
})
