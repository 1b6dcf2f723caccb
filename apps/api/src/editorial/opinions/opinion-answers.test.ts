import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft } from '../../../test/factories.ts'
import { askOpinion, expectLinkHeaders } from '../../../test/links.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())

const answer = (token: string, payload: object) => it.app.inject({ method: 'POST', url: `/api/v1/opinions/${token}`, payload })

describe('an answer that is refused changes nothing', () => {
  test.each([
    ['no answer', {}, 400, 'invalid_request'],
    ['an answer that is none', { answer: 'publish' }, 400, 'invalid_request'],
    ['a change that is not said', { answer: 'change' }, 400, 'invalid_request'],
    ['a change of spaces', { answer: 'change', text: ' \n ' }, 400, 'invalid_request'],
    ['a text that is too long', { answer: 'agree', text: 'a'.repeat(4001) }, 400, 'invalid_request'],
    ['another name', { answer: 'agree', name: 'Giám đốc' }, 400, 'invalid_request'],
    ['a time of its own', { answer: 'agree', answeredAt: '2020-01-01T00:00:00+07:00' }, 400, 'invalid_request'],
    ['a state', { answer: 'agree', workState: 'approved' }, 400, 'invalid_request'],
    ['a body over 16 KiB', { answer: 'agree', text: 'a'.repeat(17_000) }, 413, 'body_too_large'],
  ])('%s', async (_name, payload, status, code) => {
    const { token } = await askOpinion(it, editor, await createDraft(it, editor))
    const refused = await unchanged(it, () => answer(token, payload))
    expect([refused.statusCode, refused.json().code]).toEqual([status, code])
    expectLinkHeaders(refused)
  })

  test('the longest text that is allowed is taken, in Vietnamese too', async () => {
    const { token } = await askOpinion(it, editor, await createDraft(it, editor))
    expect((await answer(token, { answer: 'change', text: 'ế'.repeat(4000) })).statusCode).toBe(200)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a'])(
    'a form of another site, as %s',
    async (type) => {
      const { token } = await askOpinion(it, editor, await createDraft(it, editor))
      const refused = await unchanged(it, () =>
        it.app.inject({
          method: 'POST',
          url: `/api/v1/opinions/${token}`,
          headers: { 'content-type': type },
          payload: '{"answer":"agree"}',
        }),
      )
      expect([refused.statusCode, refused.json().code]).toEqual([415, 'unsupported_media_type'])
    },
  )

  test('a browser on another site is told nothing that would let it read or send', async () => {
    const { token } = await askOpinion(it, editor, await createDraft(it, editor))
    const headers = {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    }
    const asked = await it.app.inject({ method: 'OPTIONS', url: `/api/v1/opinions/${token}`, headers })
    expect(asked.headers['access-control-allow-origin']).toBeUndefined()
    const read = await it.app.inject({ url: `/api/v1/opinions/${token}`, headers: { origin: 'https://elsewhere.example' } })
    expect(read.headers['access-control-allow-origin']).toBeUndefined()
  })
})
