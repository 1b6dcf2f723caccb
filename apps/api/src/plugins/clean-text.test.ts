import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let it: TestApp
let authorization: string
beforeAll(async () => {
  it = await createTestApp()
  authorization = (await signIn(it, 'editor')).authorization
})
afterAll(() => it.close())

const post = (payload: string) =>
  it.app.inject({
    method: 'POST',
    url: '/api/v1/editorial/articles',
    headers: { 'content-type': 'application/json', authorization },
    payload,
  })

test('a body nested so deeply that no stack holds it is a 400', async () => {
  const answer = await post('['.repeat(200_000) + ']'.repeat(200_000))
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ code: 'too_deep' }] })
})

test('what is not text is a 400 that points at it, whatever its name', async () => {
  const answer = await post('{"e/m~l":[{"a":"x\\u0000"}]}')
  expect(answer.json()).toMatchObject({ status: 400, errors: [{ in: 'body', pointer: '/e~1m~0l/0/a', code: 'not_text' }] })
})

test('what would take minutes to normalize is a 400 at once', async () => {
  const answer = await post(JSON.stringify({ title: 'a', sapo: `a${'\u0316\u0301'.repeat(200_000)}` }))
  expect(answer.json()).toMatchObject({ status: 400, errors: [{ in: 'body', pointer: '/sapo', code: 'not_text' }] })
})

test('a line keeps emoji and every writing, and takes nothing that turns the direction or shows as nothing', async () => {
  const title = 'Lễ hội 👩‍👩‍👧 ❤️ – ສະບາຍດີ'
  expect((await post(JSON.stringify({ title }))).json()).toMatchObject({ title: title.replaceAll('\u200D', '') })
  for (const wrong of ['Khởi công \u202Egnourt', '\u2800', 'a\u2028b', '\u3164']) {
    const answer = await post(JSON.stringify({ title: wrong }))
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ in: 'body', pointer: '/title', code: 'pattern' }] })
  }
})
