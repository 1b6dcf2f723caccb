import { readdir } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photo } from '../../../test/pictures.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { formOf, upload } from '../../../test/upload.ts'
import { zipFile } from '../../../test/zip-file.ts'
import { fileNameFrom } from './file-name.ts'

let it: TestApp
let reporter: SignedInForTest
let port: number
beforeAll(async () => {
  it = await createTestApp()
  reporter = await signIn(it, 'reporter')
  await it.app.listen({ port: 0, host: '127.0.0.1' })
  port = (it.app.server.address() as AddressInfo).port
})
afterAll(() => it.close())

async function filesOf({ mediaStore, uploads }: TestApp): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of mediaStore.list()) keys.push(key)
  return [...keys.sort(), ...(await readdir(uploads).catch(() => []))]
}

/** Does it and proves that it left nothing behind: no row, no file in the store, none where files come in. */
async function leavingNothing<T>(work: () => Promise<T>): Promise<T> {
  const before = await filesOf(it)
  const answer = await unchanged(it, work)
  expect(await filesOf(it)).toEqual(before)
  return answer
}

async function refusalOf(bytes: Buffer, name = 'a.jpg'): Promise<[number, string]> {
  const answer = await leavingNothing(() => upload(it, reporter, [{ name, bytes }]))
  return [answer.statusCode, answer.json().code]
}

/** The bytes with others in the place of those at `at`. */
function patched(bytes: Buffer, at: number, ...values: number[]): Buffer {
  const copy = Buffer.from(bytes)
  copy.set(values, at)
  return copy
}

async function moving(frames: number, size: number): Promise<Buffer> {
  const pixels = Buffer.alloc(size * size * frames * 3)
  // Frames that are alike are put together.
  for (let frame = 0; frame < frames; frame++)
    pixels.fill(frame % 2 === 0 ? 0 : 255, frame * size * size * 3, (frame + 1) * size * size * 3)
  const raw = { width: size, height: size * frames, channels: 3 as const, pageHeight: size }
  return await sharp(pixels, { raw }).gif({ effort: 1 }).toBuffer()
}

describe('a picture that is not what its first bytes say', () => {
  test.each(['png', 'webp', 'avif', 'gif', 'jpeg'] as const)('is refused when half of a %s is missing', async (format) => {
    const whole = await sharp(await photo(300, 200))
      .toFormat(format)
      .toBuffer()
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length / 2)))).toEqual([422, 'file_unreadable'])
  })

  test('is refused when a JPEG says that it is a hundred times larger than what is in it', async () => {
    const whole = await photo(400, 300)
    const frame = whole.indexOf(Buffer.from([0xff, 0xc0]))
    expect(frame).toBeGreaterThan(0)
    const lying = patched(whole, frame + 5, ...[10_000, 10_000].flatMap((side) => [side >> 8, side & 255]))
    expect(await refusalOf(lying)).toEqual([422, 'file_unreadable'])
  })

  test('is refused when it is a script that begins as a GIF', async () => {
    expect(await refusalOf(Buffer.from('GIF89a/*....*/=1;alert(document.domain)//'))).toEqual([422, 'file_unreadable'])
  })

  test('counts with all frames that it has', async () => {
    const [side, frames] = [2000, await moving(12, 60)]
    expect(await refusalOf(patched(frames, 6, side & 255, side >> 8, side & 255, side >> 8))).toEqual([413, 'file_too_large'])
    expect((await upload(it, reporter, [{ name: 'a.gif', bytes: await moving(3, 60) }])).json()).toMatchObject({ width: 60, height: 60 })
  })

  test('with a page behind its end is shown without it, and given as a download alone', async () => {
    const page = Buffer.from('<script>alert(1)</script>')
    const answer = await upload(it, reporter, [{ name: 'a.html', bytes: Buffer.concat([await photo(90, 60), page]) }])
    expect([answer.statusCode, answer.json().type]).toEqual([201, 'image/jpeg'])
    const read = (address: string) => it.app.inject(address.replace('http://localhost:3000', ''))
    const [shown, original] = await Promise.all([read(answer.json().src), read(answer.json().originalUrl)])
    expect(shown.rawPayload.includes(page)).toBe(false)
    expect(original.rawPayload.includes(page)).toBe(true)
    expect(original.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' })
    expect(original.headers['content-disposition']).toMatch(/^attachment/)
  })
})

describe('an archive', () => {
  const type = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

  test('is refused when it is no document, and when a document ends before its list of contents', async () => {
    const document = zipFile([
      { name: '[Content_Types].xml', content: type },
      { name: 'word/document.xml', content: '<w:document/>' },
    ])
    expect((await refusalOf(zipFile([{ name: 'a.txt', content: 'Chữ' }]), 'a.docx'))[1]).toBe('file_not_accepted')
    expect(await refusalOf(document.subarray(0, document.length - 30), 'a.docx')).toEqual([422, 'file_unreadable'])
    expect((await upload(it, reporter, [{ name: 'a.docx', bytes: document }])).json().kind).toBe('document')
  })
})

describe('recordings', () => {
  test('are known by their first bytes', async () => {
    const sound = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)])
    const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.from('\0\0\0\x08free', 'latin1')])
    const answer = await upload(
      it,
      reporter,
      [sound, film].map((bytes) => ({ name: 'a.bin', bytes })),
      '/media/many',
    )
    expect(answer.json().data).toMatchObject([
      { media: { type: 'audio/mpeg', kind: 'audio' } },
      { media: { type: 'video/mp4', kind: 'video' } },
    ])
  })
})

/** Sends these bytes, with that length announced, and ends the connection where asked; answers what came back. */
async function sendRaw(sent: Buffer, announced: number, { cut, path = '/media' }: { cut: boolean; path?: string }): Promise<string> {
  const { headers } = formOf([])
  const head = `POST /api/v1/editorial${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\nauthorization: ${reporter.authorization}\r\n`
  const socket = connect(port, '127.0.0.1')
  const answer = text(socket).catch(() => '')
  socket.write(`${head}content-type: ${headers['content-type']}\r\ncontent-length: ${announced}\r\n\r\n`)
  socket.write(sent)
  if (!cut) return await answer
  // Not before the file has begun to come in.
  await expect.poll(() => readdir(it.uploads)).toHaveLength(1)
  socket.destroy()
  await expect.poll(() => readdir(it.uploads)).toEqual([])
  return await answer
}

describe('a request', () => {
  test.each(['/media', '/media/many'])('to %s that breaks off in a file leaves nothing behind', async (path) => {
    const { payload } = formOf([{ name: 'a.jpg', bytes: await photo(1600, 1200) }])
    await leavingNothing(() => sendRaw(payload.subarray(0, Math.floor(payload.length / 2)), payload.length, { cut: true, path }))
  })

  test.each(['/media', '/media/many', '/conversions/file'])(
    'to %s that is as long as it says, but ends in a file, is refused whole',
    async (path) => {
      const { payload } = formOf([{ name: 'a.html', bytes: await photo(640, 480) }])
      const half = payload.subarray(0, Math.floor(payload.length / 2))
      expect(await leavingNothing(() => sendRaw(half, half.length, { cut: false, path }))).toMatch('HTTP/1.1 400')
    },
  )

  test('to /media that breaks off behind its file, before its end, leaves nothing behind', async () => {
    const { payload } = formOf([{ name: 'a.jpg', bytes: await photo(160, 120) }])
    await leavingNothing(() => sendRaw(payload.subarray(0, payload.length - 4), payload.length, { cut: true }))
  })

  test('in which nothing comes any more is cut off and leaves nothing behind; headers and whole files have their bounds', async () => {
    const { server } = it.app
    const { timeout, headersTimeout, requestTimeout } = server
    expect({ timeout, headersTimeout, requestTimeout }).toEqual({ timeout: 30_000, headersTimeout: 30_000, requestTimeout: 600_000 })
    // For connections from now on.
    server.timeout = 200
    const { payload } = formOf([{ name: 'a.jpg', bytes: await photo(800, 600) }])
    await leavingNothing(async () => {
      expect(await sendRaw(payload.subarray(0, Math.floor(payload.length / 2)), payload.length, { cut: false })).not.toMatch('HTTP/1.1 2')
      await expect.poll(() => readdir(it.uploads)).toEqual([])
    })
    server.timeout = timeout
  })

  test('without a session is answered although its files are large', async () => {
    const { payload, headers } = formOf([{ name: 'a.jpg', bytes: Buffer.alloc(30_000_000) }])
    const send = () => fetch(`http://127.0.0.1:${port}/api/v1/editorial/media`, { method: 'POST', headers, body: payload })
    expect((await leavingNothing(send)).status).toBe(401)
  })

  test('that is longer than it says is refused whole', async () => {
    const { payload } = formOf([{ name: 'a.jpg', bytes: await photo(640, 480) }])
    expect(await leavingNothing(() => sendRaw(payload, payload.length - 500, { cut: false }))).toMatch('HTTP/1.1 400')
  })

  test('that says that it is longer than may be is refused at once', async () => {
    expect(await leavingNothing(() => sendRaw(Buffer.alloc(0), 50_000_000, { cut: false }))).toMatch('HTTP/1.1 413')
  })
})

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Ảnh\\Hội nghị.jpg', 'Hội nghị.jpg'],
    ['Hội nghị.jpg'.normalize('NFD'), 'Hội nghị.jpg'],
    ['a\r\nSet-Cookie: x\0.jpg', 'aSet-Cookie: x.jpg'],
    ['gpj\u202Etxt.exe', 'gpjtxt.exe'],
    ['..', 'tep'],
    ['', 'tep'],
    ['\u200B\u{E0041}', 'tep'],
    [`${'ả'.repeat(300)}.jpeg`, `${'ả'.repeat(195)}.jpeg`],
  ])('%j is kept as %j', (given, kept) => expect(fileNameFrom(given)).toBe(kept))
})
