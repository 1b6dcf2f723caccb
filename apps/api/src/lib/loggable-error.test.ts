import { DrizzleQueryError } from 'drizzle-orm'
import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { loggableError } from './loggable-error.ts'

function failedQuery(code: string, message: string) {
  const cause = Object.assign(new DatabaseError(message, 1, 'error'), {
    code,
    constraint: 'users_email',
    table: 'users',
    detail: 'Failing row contains (SENTINEL).',
    where: 'SENTINEL',
  })
  return new DrizzleQueryError('insert into "users" values ($1, $2)', ['SENTINEL', '    at SENTINEL (x:1:1)\n    at SENTINEL:'], cause)
}

test('the log has what failed, why and where', () => {
  const logged = loggableError(failedQuery('23505', 'duplicate key value violates unique constraint "users_email"'))
  expect(logged).toMatchObject({
    type: 'DrizzleQueryError',
    message: 'Failed query: insert into "users" values ($1, $2)',
    stack: expect.stringContaining('loggable-error.test.ts'),
    cause: {
      code: '23505',
      message: 'duplicate key value violates unique constraint "users_email"',
      constraint: 'users_email',
      table: 'users',
    },
  })
})

test('the log has no more than the beginning of a long statement', () => {
  const statement = `insert into "users" values ${'($1, $2), '.repeat(10_000)}`
  const { message, stack } = loggableError(new DrizzleQueryError(statement, ['SENTINEL'], new Error('x')))
  expect([message.length, message.slice(0, 35)]).toEqual([2049, 'Failed query: insert into "users" va'.slice(0, 35)])
  expect(stack).toMatch(/^at /)
})

test('the log has no value of a query, a row or a message that quotes one', () => {
  expect(JSON.stringify(loggableError(failedQuery('23514', 'violates a check')))).not.toContain('SENTINEL')
  expect(JSON.stringify(loggableError(failedQuery('22P02', 'invalid input syntax for type uuid: "SENTINEL"')))).not.toContain('SENTINEL')
  expect(loggableError(Object.assign(new Error('mended'), { stack: 'SENTINEL' })).stack).toBeUndefined()
  expect(loggableError('SENTINEL')).toEqual({ type: 'string', message: 'Something that is no error was thrown.' })
})
