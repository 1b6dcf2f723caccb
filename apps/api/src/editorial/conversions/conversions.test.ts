import { readdirSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { upload } from '../../../test/upload.ts'
import { wordFile } from '../../../test/word-file.ts'

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

describe('POST /editorial/conversions/file', () => {
  const convert = (bytes: Buffer | string, { name = 'bao-cao.docx', query = '', as = reporter as SignedInForTest | null } = {}) =>
    upload(it, as, [{ name, bytes: Buffer.from(bytes) }], `/conversions/file${query}`)
  const picture = (background: string) =>
    sharp({ create: { width: 64, height: 48, channels: 3, background } })
      .png()
      .toBuffer()

  test('puts the pictures of a Word document into the library, and into the body in their places', async () => {
    const [one, other] = [await picture('#a60'), await picture('#06a')]
    const answer = await convert(await wordFile({ pictures: [one, other, one] }))
    expect(answer.statusCode).toBe(200)
    const { title, body, media, dropped } = answer.json()
    expect([title, dropped]).toEqual(['Báo cáo thi đua', []])
    expect(media).toMatchObject([
      { kind: 'picture', originalName: expect.stringContaining('bao-cao'), createdBy: { id: reporter.userId }, uses: 0 },
      { kind: 'picture' },
    ])
    const [first, second] = media.map(({ id }: { id: string }) => id)
    const shown = body.content.filter(({ type }: { type: string }) => type === 'figure')
    expect(shown.map(({ attrs }: { attrs: object }) => attrs)).toEqual([
      { mediaId: first, alt: 'Ảnh 1' },
      { mediaId: second, alt: 'Ảnh 2' },
      { mediaId: first, alt: 'Ảnh 3' },
    ])
    expect((await send(it, reporter, 'POST', '/articles', { title: 'Từ Word', body })).statusCode).toBe(201)
    expect(readdirSync(it.uploads)).toEqual([])
  })

  test('tells which pictures the library does not take', async () => {
    const answer = await convert(await wordFile({ pictures: [Buffer.from('no picture')] }))
    const { body, media, dropped } = answer.json()
    expect([answer.statusCode, media, dropped]).toEqual([200, [], [{ what: 'picture', count: 1, sample: 'Ảnh 1' }]])
    expect(JSON.stringify(body)).not.toContain('figure')
  })

  test('takes text files, in old letters too', async () => {
    const answer = await unchanged(it, () => convert('X· héi\n', { name: 'tin.txt', query: '?legacyFont=tcvn3' }))
    expect(answer.json()).toMatchObject({ body: { content: [paragraph('Xã hội')] }, media: [] })
  })

  test.each([
    ['a format that is none of ours', 'x', { name: 'a.pages' }, 415, 'file_not_accepted'],
    [
      'an old Word document',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
      { name: 'a.doc' },
      415,
      'file_not_accepted',
    ],
    ['a damaged one', 'PK\x03\x04', {}, 422, 'file_unreadable'],
    ['more than a file may have', Buffer.alloc(20_000_001, 'a'), { name: 'a.txt' }, 413, 'file_too_large'],
    ['an unknown parameter', 'x', { query: '?unitId=1' }, 400, 'invalid_request'],
  ])('refuses %s', async (_, bytes, sent, status, code) => {
    expect(said(await unchanged(it, () => convert(bytes, sent)))).toEqual([status, code])
  })

  test('is for whoever may write for some unit', async () => {
    const auditor = await signIn(it, 'auditor')
    expect(said(await unchanged(it, () => convert('x', { name: 'a.txt', as: auditor })))).toEqual([403, 'forbidden'])
    expect(said(await unchanged(it, () => convert('x', { name: 'a.txt', as: null })))).toEqual([401, 'unauthorized'])
  })
})
