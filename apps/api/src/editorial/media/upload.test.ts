import { readdir } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createUnit } from '../../../test/factories.ts'
import { keysOf, photo, readMedia } from '../../../test/pictures.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { type SentFile, upload } from '../../../test/upload.ts'
import { sweepMedia } from './sweep-media.ts'

let it: TestApp
let reporter: SignedInForTest
let unit: string
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it, { name: 'Phòng Thử' })
  reporter = await signIn(it, 'reporter', unit)
})
afterAll(() => it.close())

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

/** What lies in the store and where files come in. */
async function filesOf({ mediaStore, uploads }: TestApp): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of mediaStore.list()) keys.push(key)
  return [...keys.sort(), ...(await readdir(uploads).catch(() => []))]
}

/** Sends it and proves that it left nothing behind. */
async function refused(file: SentFile, as: SignedInForTest | null = reporter, path = '/media') {
  const before = await filesOf(it)
  const answer = await unchanged(it, () => upload(it, as, [file], path))
  expect(await filesOf(it)).toEqual(before)
  return answer
}

describe('a photo', () => {
  test('is stored with one rendering to be shown at once, upright, and the others are asked for', async () => {
    const bytes = await sharp(await photo(900, 600))
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Copyright: 'Ai đó' } })
      .jpeg()
      .toBuffer()
    const answer = await upload(it, reporter, [{ name: 'C:\\ảnh\\Hội nghị.JPG', bytes }])
    expect(answer.statusCode).toBe(201)
    const item = answer.json()
    expect(item).toMatchObject({
      kind: 'picture',
      type: 'image/jpeg',
      originalName: 'Hội nghị.JPG',
      rendering: 'waiting',
      uses: 0,
      isPublic: false,
    })
    expect([item.width, item.height]).toEqual([600, 900])
    expect(item).toMatchObject({ unit: { id: unit, name: 'Phòng Thử' }, createdBy: { id: reporter.userId }, bytes: bytes.length })
    expect(answer.headers.etag).toBe('"1"')
    expect(await keysOf(it, item.id)).toEqual(['1/600.jpg', 'original'])
    const shown = await it.app.inject(new URL(item.src).pathname + new URL(item.src).search)
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined()
    const { rows } = await it.database.db.execute(`SELECT 1 FROM graphile_worker.jobs WHERE key = 'media:${item.id}'`)
    expect(rows).toHaveLength(1)
    expect(await readdir(it.uploads)).toEqual([])
  })

  test('with the bytes of one that is there is that one, also when many bring it at the same moment', async () => {
    const bytes = await photo(120, 80)
    const answers = await Promise.all(Array.from({ length: 6 }, () => upload(it, reporter, [{ name: 'a.jpg', bytes }])))
    const ids = new Set(answers.map((answer) => answer.json().id))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 200, 201])
    expect(ids.size).toBe(1)
    const ours = (await filesOf(it)).filter((key) => !key.startsWith([...ids][0] as string))
    const known = await Promise.all([...new Set(ours.map((key) => key.split('/')[0] as string))].map((id) => readMedia(it, id)))
    expect(known).toHaveLength(new Set(ours.map((key) => key.split('/')[0])).size)
  })

  test.each(['png', 'webp', 'avif', 'gif'] as const)('is taken as %s', async (format) => {
    const bytes = await sharp(await photo(64, 48))
      .toFormat(format)
      .toBuffer()
    const answer = await upload(it, reporter, [{ name: 'a.bin', bytes, type: 'text/html' }])
    expect([answer.statusCode, answer.json().type]).toEqual([201, `image/${format}`])
  })
})

describe('a document', () => {
  test('is stored as it is and ready at once', async () => {
    const answer = await upload(it, reporter, [{ name: 'Kế hoạch.pdf', bytes: pdf }])
    expect([answer.statusCode, answer.json()]).toMatchObject([201, { kind: 'document', rendering: 'ready', width: null, srcset: '' }])
    expect(answer.json().src).toContain('/1/file.pdf?')
    expect(await keysOf(it, answer.json().id)).toEqual(['original'])
  })
})

describe('what is refused leaves nothing behind', () => {
  test.each<[string, SentFile, number, string]>([
    ['HTML called a picture', { name: 'a.jpg', bytes: html, type: 'image/jpeg' }, 415, 'file_not_accepted'],
    ['SVG', { name: 'a.svg', bytes: svg, type: 'image/svg+xml' }, 415, 'file_not_accepted'],
    ['a program', { name: 'a.png', bytes: Buffer.from('MZ\x90\x00'.padEnd(600, '\0'), 'latin1') }, 415, 'file_not_accepted'],
    ['nothing', { name: 'a.jpg', bytes: Buffer.alloc(0) }, 422, 'file_unreadable'],
    ['a PDF that breaks off', { name: 'a.pdf', bytes: pdf.subarray(0, 20) }, 422, 'file_unreadable'],
  ])('%s', async (_what, file, status, code) => {
    const answer = await refused(file)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.json().detail).toBeTypeOf('string')
  })

  test('a JPEG that breaks off in the middle', async () => {
    const whole = await photo(800, 600)
    const answer = await refused({ name: 'a.jpg', bytes: whole.subarray(0, Math.floor(whole.length / 2)) })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'file_unreadable'])
  })

  test('a PNG that goes on as a page', async () => {
    const whole = await sharp(await photo(64, 48))
      .png()
      .toBuffer()
    const answer = await refused({ name: 'a.png', bytes: Buffer.concat([whole.subarray(0, 60), html]) })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'file_unreadable'])
  })

  test('a PNG of 30,000 by 30,000 pixels, before it is unpacked', async () => {
    const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const lying = Buffer.from(small)
    lying.writeUInt32BE(30_000, 16)
    lying.writeUInt32BE(30_000, 20)
    const answer = await refused({ name: 'a.png', bytes: lying })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'file_too_large'])
  })

  test('a photo of an iPhone, with advice', async () => {
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic'),
      Buffer.alloc(4),
      Buffer.from('mif1heic'),
      Buffer.alloc(64),
    ])
    const answer = await refused({ name: 'IMG_0001.HEIC', bytes: heic })
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'file_not_accepted'])
    expect(answer.json().detail).toContain('Most Compatible')
  })

  test('more than 40 MB', async () => {
    const answer = await refused({ name: 'a.pdf', bytes: Buffer.alloc(40_000_100, 'a') })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'file_too_large'])
  })

  test('two files where one is wanted, a field beside it, none at all, and what is no form', async () => {
    const file = { name: 'a.pdf', bytes: pdf }
    const codes = await unchanged(it, async () => {
      const answers = [
        await upload(it, reporter, [{ ...file, bytes: Buffer.concat([pdf, Buffer.from(' ')]) }, file]),
        await upload(it, reporter, [file], '/media', { role: 'admin' }),
        await upload(it, reporter, []),
      ]
      return answers.map((answer) => [answer.statusCode, answer.json().code])
    })
    expect(codes).toEqual([400, 400, 400].map((status) => [status, 'invalid_request']))
    const json = await it.app.inject({
      method: 'POST',
      url: '/api/v1/editorial/media',
      headers: { authorization: reporter.authorization },
      payload: {},
    })
    expect([json.statusCode, json.json().code]).toEqual([415, 'unsupported_media_type'])
  })

  test('whoever is not signed in, may change nothing, or names a unit that is not his or is none', async () => {
    const file = { name: 'a.pdf', bytes: Buffer.concat([pdf, Buffer.from('\n')]) }
    const auditor = await signIn(it, 'auditor')
    expect((await refused(file, null)).statusCode).toBe(401)
    expect((await refused(file, auditor)).statusCode).toBe(403)
    expect((await refused(file, reporter, `/media?unitId=${await createUnit(it)}`)).statusCode).toBe(403)
    expect((await refused(file, reporter, '/media?unitId=00000000-0000-7000-8000-000000000000')).statusCode).toBe(422)
  })
})

describe('what fails on our side', () => {
  test('in the store leaves nothing behind', async () => {
    const put = vi.spyOn(it.mediaStore, 'put').mockRejectedValueOnce(new Error('ENOSPC'))
    const answer = await refused({ name: 'a.jpg', bytes: await photo(70, 50) })
    put.mockRestore()
    expect(answer.statusCode).toBe(500)
  })

  test('at the commit leaves files to the sweeper: whether it was done is not known', async () => {
    await it.database.db.execute(sql`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION USING ERRCODE = ''57P01''; END';
      CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON media DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`)
    const before = await filesOf(it)
    const answer = await unchanged(it, async () => upload(it, reporter, [{ name: 'a.jpg', bytes: await photo(71, 50) }]))
    await it.database.db.execute(sql`DROP TRIGGER refuse ON media`)
    expect(answer.statusCode).toBe(503)
    expect((await filesOf(it)).length).toBe(before.length + 2)
    await sweepMedia(it.database.db, it.mediaStore, { age: -1 })
    expect(await filesOf(it)).toEqual(before)
  })
})

describe('many files at once', () => {
  test('are each taken by itself: one that is refused keeps no other out', async () => {
    const picture = await photo(50, 40)
    const known = { name: 'kế hoạch.pdf', bytes: pdf }
    const answer = await upload(it, reporter, [{ name: '1.jpg', bytes: picture }, { name: '2.svg', bytes: svg }, known], '/media/many')
    expect(answer.statusCode).toBe(200)
    const [one, two, three] = answer.json().data
    expect(one).toMatchObject({ name: '1.jpg', isKnown: false, media: { kind: 'picture' } })
    expect(two).toMatchObject({ name: '2.svg', problem: { code: 'file_not_accepted' } })
    expect(three).toMatchObject({ isKnown: true, media: { originalName: 'Kế hoạch.pdf' } })
  })

  test('are read behind one that is too large', async () => {
    const large = { name: '1.pdf', bytes: Buffer.alloc(40_000_100, 'a') }
    const answer = await upload(it, reporter, [large, { name: '2.jpg', bytes: await photo(51, 40) }], '/media/many')
    expect(answer.json().data).toMatchObject([
      { name: '1.pdf', problem: { code: 'file_too_large' } },
      { name: '2.jpg', isKnown: false },
    ])
    expect(await readdir(it.uploads)).toEqual([])
  })

  test('are twenty at most: the surplus is refused with the request, and what came before is there', async () => {
    const files = Array.from({ length: 21 }, (_, at) => ({ name: `${at}.pdf`, bytes: Buffer.from(`%PDF-1.4\n%${at}\n%%EOF\n`) }))
    const answer = await upload(it, reporter, files, '/media/many')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
    const again = await upload(it, reporter, files.slice(0, 20), '/media/many')
    expect(again.json().data.every(({ isKnown }: { isKnown: boolean }) => isKnown)).toBe(true)
    expect((await upload(it, reporter, files.slice(20))).statusCode).toBe(201)
  })
})
