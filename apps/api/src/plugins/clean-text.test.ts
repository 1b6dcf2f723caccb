import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const signIn = (payload: string) =>
  it.app.inject({ method: 'POST', url: '/api/v1/auth/login', headers: { 'content-type': 'application/json' }, payload })

test('a body nested so deeply that no stack holds it is a 400', async () => {
  const answer = await signIn('['.repeat(200_000) + ']'.repeat(200_000))
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ code: 'too_deep' }] })
})

test('what is not text is a 400 that points at it, whatever its name', async () => {
  const answer = await signIn('{"e/m~l":[{"a":"x\\u0000"}]}')
  expect(answer.json()).toMatchObject({ status: 400, errors: [{ in: 'body', pointer: '/e~1m~0l/0/a', code: 'not_text' }] })
})
