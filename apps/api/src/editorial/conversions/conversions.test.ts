import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let reporter: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  reporter = await signIn(it, 'reporter', await createUnit(it))
})
afterAll(() => it.close())

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('POST /editorial/conversions', () => {
  const convert = (body: object, as = reporter) => unchanged(it, () => send(it, as, 'POST', '/conversions', body))

  test('answers a text as a body, and stores nothing', async () => {
    const answer = await convert({ form: 'html', content: '<h1>Tin</h1><p>Một<script>x</script></p>' })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      title: 'Tin',
      body: { type: 'doc', content: [paragraph('Một')] },
      dropped: [{ what: 'script', count: 1, sample: 'x' }],
      legacyFont: null,
      media: [],
    })
  })

  test('rewrites the letters of an old font, soft hyphens among them, when that is asked for', async () => {
    const content = 'X· héi dïng n\u00AD\u00EDc'
    expect((await convert({ form: 'text', content })).json().legacyFont).toBe('tcvn3')
    const answer = await convert({ form: 'text', content, legacyFont: 'tcvn3' })
    expect(answer.json()).toMatchObject({ body: { content: [paragraph('Xã hội dùng nước')] }, legacyFont: null })
  })

  test('is for whoever may write for some unit', async () => {
    const content = { form: 'text', content: 'a' }
    expect(said(await convert(content, await signIn(it, 'auditor')))).toEqual([403, 'forbidden'])
    expect((await convert(content, await signIn(it, 'publisher'))).statusCode).toBe(200)
  })

  test.each([
    [{ form: 'docx', content: 'a' }, 400, 'invalid_request'],
    [{ form: 'html' }, 400, 'invalid_request'],
    [{ form: 'html', content: 'a', legacyFont: 'viscii' }, 400, 'invalid_request'],
    [{ form: 'html', content: 'a\u0000' }, 400, 'invalid_request'],
    [{ form: 'html', content: 'a'.repeat(900_001) }, 400, 'invalid_request'],
    [{ form: 'html', content: 'a'.repeat(1_100_000) }, 413, 'body_too_large'],
  ])('refuses what does not fit the contract', async (body, status, code) => expect(said(await convert(body))).toEqual([status, code]))
})
