import { buffer } from 'node:stream/consumers'
import { firstRenderingOf, renderingsOf } from '@bantin/shared/renderings'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUploaded } from '../../../test/pictures.ts'
import { said } from '../../../test/said.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { media } from '../../db/schema/media.ts'

let it: TestApp
/** Of 1,600 by 1,000 pixels, public, with all its renderings; what each says is its own name. */
let picture: string
/** Public too, of which the first rendering alone is made. */
let waiting: string
/** Shown by nothing public. */
let hidden: string
beforeAll(async () => {
  it = await createTestApp()
  const original = Buffer.from('0123456789')
  const variants = renderingsOf(1600, 1000).map(({ name, width, height }) => ({
    ...{ name, width, height },
    type: `image/${name.split('.')[1]?.replace('jpg', 'jpeg')}`,
    bytes: name.length,
  }))
  picture = await createUploaded(it, { original, variants, rendering: 'ready', rev: 2, public: true })
  for (const { name } of variants) await it.mediaStore.put(`${picture}/2/${name}`, Buffer.from(name))
  waiting = await createUploaded(it, { original, public: true })
  hidden = await createUploaded(it, { original })
})
afterAll(() => it.close())

const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') => it.app.inject({ method, url, headers })
const sign = (path: string) => it.app.mediaAddresses.sign(path)
const first = firstRenderingOf(1600, 1000).name
const forever = 'public, max-age=86400, immutable'

async function createFile(
  type: (typeof media.$inferInsert)['type'],
  kind: 'document' | 'audio' | 'video',
  originalName = 'Kế hoạch “số 1”.x',
) {
  return await createUploaded(it, {
    type,
    kind,
    originalName,
    width: null,
    height: null,
    variants: [],
    rendering: 'ready',
    public: true,
    original: Buffer.from('0123456789'),
  })
}

describe('a rendering that is public', () => {
  test('is answered with its own type, to be kept as long as its address, and may be shown by other sites', async () => {
    const answer = await get(`/media/${picture}/2/960.webp`)
    expect([answer.statusCode, answer.body]).toEqual([200, '960.webp'])
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '8',
      'cache-control': forever,
      etag: `"${picture}-2-960.webp"`,
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    expect(answer.headers).not.toHaveProperty('content-disposition')
  })

  test('that is asked for at an older address is at the newest, or what is nearest to it there', async () => {
    const moved = async (name: string) => (await get(`/media/${picture}/1/${name}`)).headers.location
    expect((await get(`/media/${picture}/1/640.jpg`)).statusCode).toBe(308)
    expect(await Promise.all(['640.jpg', 'card-640.avif', '1920.webp', '500.jpg'].map(moved))).toEqual(
      ['640.jpg', 'card-640.avif', '1600.webp', '640.jpg'].map((name) => `/media/${picture}/2/${name}`),
    )
  })

  test.each([
    '3/640.jpg',
    '2/641.jpg',
    '2/1920.jpg',
    '2/file.pdf',
    '2/card-960.mp3',
    '2/original',
    '1/original',
    '1/nothing',
    '2/share.webp',
  ])('is not at %s, and that is kept nowhere', async (place) => {
    const answer = await get(`/media/${picture}/${place}`)
    expect([...said(answer), answer.headers['cache-control']]).toEqual([404, 'not_found', 'no-store'])
  })

  test('that is still being made has another in its place, for ten seconds, under the name of that', async () => {
    for (const name of ['1600.avif', 'card-640.webp', 'share.jpg']) {
      const answer = await get(`/media/${waiting}/1/${name}`)
      expect(answer.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': 'public, max-age=10',
        etag: `"${waiting}-1-${first}"`,
      })
    }
    expect((await get(`/media/${waiting}/1/${first}`)).headers['cache-control']).toBe(forever)
    for (const never of ['1280x.jpg', '1920.jpg', 'card-1280.webp'])
      expect((await get(`/media/${waiting}/1/${never}`)).statusCode).toBe(404)
  })

  test('whose file is not in the store is not there', async () => {
    await it.mediaStore.remove(`${picture}/2/320.avif`)
    expect(said(await get(`/media/${picture}/2/320.avif`))).toEqual([404, 'not_found'])
  })
})

describe('a file that is no picture', () => {
  test.each([
    ['application/pdf', 'document', 'file.pdf', 'inline'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document', 'file.docx', 'attachment'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'document', 'file.xlsx', 'attachment'],
    ['audio/mpeg', 'audio', 'file.mp3', 'inline'],
    ['video/mp4', 'video', 'file.mp4', 'inline'],
  ] as const)(
    'of type %s is shown or saved as browsers can, under the name that it was uploaded with',
    async (type, kind, name, disposition) => {
      const id = await createFile(type, kind)
      const answer = await get(`/media/${id}/1/${name}`)
      expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([200, '0123456789', type])
      const said = answer.headers['content-disposition'] as string
      expect(said.startsWith(`${disposition};`)).toBe(true)
      expect(decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(said)?.[1] ?? '')).toBe('Kế hoạch “số 1”.x')
      expect('content-security-policy' in answer.headers).toBe(name !== 'file.pdf')
      expect(said).toMatch(/^[\x20-\x7e]+$/)
      expect((await get(`/media/${id}/1/${name === 'file.pdf' ? 'file.docx' : 'file.pdf'}`)).statusCode).toBe(404)
    },
  )

  test('has a name that cannot break out of its header', async () => {
    const id = await createFile('application/pdf', 'document', 'a"; filename=x.html\r\nSet-Cookie: x=1\\')
    const answer = await get(`/media/${id}/1/file.pdf`)
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([200, undefined])
    expect(answer.headers['content-disposition']).not.toMatch(/[\r\n]/)
  })
})

describe('a signed address', () => {
  test('opens what is not public, and the answer is kept nowhere', async () => {
    const answer = await get(sign(`/media/${hidden}/1/${first}`))
    expect([answer.statusCode, answer.headers['cache-control'], answer.headers['content-type']]).toEqual([
      200,
      'private, no-store',
      'image/jpeg',
    ])
    expect((await get(sign(`/media/${hidden}/1/share.jpg`))).headers['cache-control']).toBe('private, no-store')
  })

  test('alone opens the file as it was uploaded, to be saved', async () => {
    const answer = await get(sign(`/media/${hidden}/1/original`))
    expect([answer.statusCode, answer.body]).toEqual([200, '0123456789'])
    expect(answer.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''%E1%BA%A2nh%20ch%E1%BB%A5p\.jpg/)
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })

  test('that is older leads to a signed one of the newest, good no longer than itself', async () => {
    const signed = sign(`/media/${picture}/1/640.jpg`)
    const answer = await get(signed)
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([308, 'private, no-store'])
    const [until, location] = [Number(/expires=(\d+)/.exec(signed)?.[1]), answer.headers.location as string]
    expect(location).toBe(it.app.mediaAddresses.signUntil(`/media/${picture}/2/640.jpg`, until))
    expect((await get(location)).statusCode).toBe(200)
  })

  test('that we did not sign, whose time has run out, or of which half is there, answers as if there were nothing, public or not', async () => {
    for (const path of [`/media/${hidden}/1/${first}`, `/media/${picture}/2/640.jpg`]) {
      const signed = sign(path)
      const old = it.app.mediaAddresses.sign(path, Date.now() - 24 * 3_600_000)
      const [expires, signature] = [/expires=\d+/.exec(signed)?.[0], /signature=.+/.exec(signed)?.[0] ?? '']
      const later = signed.replace(/expires=\d+/, 'expires=99999999999')
      const another = sign(`${path}x`)
      const ofAnother = `${path}?${another.split('?')[1]}`
      // As many letters, but more bytes.
      const letters = `${path}?${expires}&signature=${encodeURIComponent('ả'.repeat(43))}`
      const halves = [`${path}?${expires}`, `${path}?${signature}`, `${path}?${expires}&signature=`]
      const wrong = [old, later, ofAnother, ...halves, letters, `${signed}A`]
      const answers = await Promise.all(wrong.map((url) => get(url)))
      expect(answers.map((answer) => [...said(answer), answer.headers['cache-control']])).toEqual(
        wrong.map(() => [404, 'not_found', 'no-store']),
      )
    }
    expect(said(await get(`/media/${hidden}/1/${first}`))).toEqual([404, 'not_found'])
    expect(said(await get(`${sign(`/media/${picture}/2/640.jpg`)}&more=1`))).toEqual([400, 'invalid_request'])
    for (const path of ['no-id/1/640.jpg', `${picture}/0/640.jpg`, `${picture}/x/640.jpg`, `${picture}/2/a%20b.jpg`]) {
      const answer = await get(`/media/${path}`)
      expect([path, ...said(answer), answer.headers['cache-control']]).toEqual([path, 404, 'not_found', 'no-store'])
    }
  })
})

describe('a part of a file', () => {
  let film: string
  let path: string
  beforeAll(async () => {
    film = await createFile('video/mp4', 'video')
    path = `/media/${film}/1/file.mp4`
  })

  test.each([
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=5-99', '56789', 'bytes 5-9/10'],
  ])('%s is answered with its place', async (range, body, place) => {
    const answer = await get(path, { range })
    expect([answer.statusCode, answer.body, answer.headers['content-range'], answer.headers['content-length']]).toEqual([
      206,
      body,
      place,
      String(body.length),
    ])
    expect(answer.headers).toMatchObject({ 'cache-control': forever, etag: `"${film}-1-file.mp4"` })
  })

  test.each(['bytes=0-1,4-5', 'pages=1-2', 'bytes=4-2', 'bytes=x', 'nonsense'])(
    '%s is none that we give: the whole file is the answer',
    async (range) => {
      const answer = await get(path, { range })
      expect([answer.statusCode, answer.body]).toEqual([200, '0123456789'])
    },
  )

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s is outside of the file', async (range) => {
    const answer = await get(path, { range })
    expect([...said(answer), answer.headers['content-range']]).toEqual([416, 'range_not_satisfiable', 'bytes */10'])
  })

  test('of a file that has changed since is the whole of it', async () => {
    const range = 'bytes=2-4'
    expect((await get(path, { range, 'if-range': `"${film}-1-file.mp4"` })).statusCode).toBe(206)
    for (const ifRange of [`"${film}-0-file.mp4"`, `W/"${film}-1-file.mp4"`, 'Wed, 21 Oct 2026 07:28:00 GMT']) {
      expect((await get(path, { range, 'if-range': ifRange })).statusCode).toBe(200)
    }
  })
})

test('what somebody has already is not sent again', async () => {
  const path = `/media/${picture}/2/640.jpg`
  const etag = `"${picture}-2-640.jpg"`
  for (const known of [etag, `"x", W/${etag}`, '*']) {
    const answer = await get(path, { 'if-none-match': known })
    expect([answer.statusCode, answer.body, answer.headers.etag, answer.headers['cache-control']]).toEqual([304, '', etag, forever])
  }
  expect((await get(path, { 'if-none-match': '"x"' })).statusCode).toBe(200)
  // Of what is not public nothing is said, whatever somebody claims to have.
  expect((await get(`/media/${hidden}/1/${first}`, { 'if-none-match': '*' })).statusCode).toBe(404)
})

test('HEAD answers what GET does, without the file', async () => {
  const { date: _, 'x-request-id': __, ...headers } = (await get(`/media/${picture}/2/640.jpg`, {}, 'HEAD')).headers
  const whole = await get(`/media/${picture}/2/640.jpg`)
  expect(whole.headers).toMatchObject(headers)
  const part = await get(`/media/${picture}/2/640.jpg`, { range: 'bytes=0-1' }, 'HEAD')
  expect([part.statusCode, part.body, part.headers['content-length']]).toEqual([200, '', '7'])
})

test('a file in another revision of a picture is not what the store still has', async () => {
  const id = await createUploaded(it, { public: true })
  await it.database.db.update(media).set({ rev: 2, variants: [], rendering: 'ready' }).where(eq(media.id, id))
  const stored = await it.mediaStore.open(`${id}/1/${first}`)
  expect((await buffer(stored?.stream as NodeJS.ReadableStream)).length).toBeGreaterThan(0)
  expect((await get(`/media/${id}/1/${first}`)).statusCode).toBe(404)
})
