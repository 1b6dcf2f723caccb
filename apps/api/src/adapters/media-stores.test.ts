import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type S3Server, startS3Server } from '../../test/s3-server.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { folderMediaStore } from './folder-media-store.ts'
import type { MediaStore } from './media-store.ts'
import { openMediaStore } from './open-media-store.ts'
import { s3MediaStore } from './s3-media-store.ts'

let s3: S3Server
let folder: string
beforeAll(async () => {
  s3 = await startS3Server()
  folder = await mkdtemp(join(tmpdir(), 'bantin-media-'))
})
afterAll(async () => {
  await s3.close()
  await rm(folder, { recursive: true, force: true })
})

const stores: [name: string, open: () => MediaStore][] = [
  ['a folder', () => folderMediaStore(join(folder, 'media'))],
  ['a bucket', () => s3MediaStore(s3.url, { pageSize: 3 })],
]

describe.each(stores)('%s', (_, open) => {
  let store: MediaStore
  beforeEach(async () => {
    store = open()
    for (const key of await keys()) await store.remove(key)
  })

  async function keys(prefix?: string): Promise<string[]> {
    const all: string[] = []
    for await (const { key } of store.list(prefix)) all.push(key)
    return all
  }
  const put = (key: string, said = key) => store.put(key, Buffer.from(said))
  const read = async (key: string, range?: { start: number; end: number }) => {
    const file = await store.open(key, range)
    return file && { said: await text(file.stream), bytes: file.bytes }
  }

  test('gives back what was put into it, and puts another in its place whole', async () => {
    await put('a/1/640.jpg', 'the longer one')
    expect(await read('a/1/640.jpg')).toEqual({ said: 'the longer one', bytes: 14 })
    await put('a/1/640.jpg', 'shorter')
    expect(await read('a/1/640.jpg')).toEqual({ said: 'shorter', bytes: 7 })
  })

  test('gives a part, and says how long the whole is', async () => {
    await put('a/original', '0123456789')
    expect(await read('a/original', { start: 2, end: 4 })).toEqual({ said: '234', bytes: 10 })
    expect(await read('a/original', { start: 9, end: 9 })).toEqual({ said: '9', bytes: 10 })
  })

  test('has nothing where nothing was put, and removing that is no fault', async () => {
    await put('a/1/640.jpg')
    expect([await read('a/1/320.jpg'), await read('b/original')]).toEqual([undefined, undefined])
    await store.remove('b/original')
    await store.remove('a/1/640.jpg')
    expect([await read('a/1/640.jpg'), await keys()]).toEqual([undefined, []])
  })

  test('lists every key, those of one folder together, though it is asked for a few at a time', async () => {
    const all = ['a', 'b', 'c'].flatMap((id) => [`${id}/original`, `${id}/1/320.jpg`, `${id}/1/640.jpg`, `${id}/2/640.jpg`])
    const before = Date.now()
    for (const key of all.toReversed()) await put(key)
    const listed = await keys()
    expect(listed.toSorted()).toEqual(all.toSorted())
    const ids = listed.map((key) => key[0])
    expect(ids.filter((id, index) => id !== ids[index - 1])).toHaveLength(3)
    expect((await keys('b/')).toSorted()).toEqual(all.filter((key) => key.startsWith('b/')).toSorted())
    expect((await keys('b/2/')).toSorted()).toEqual(['b/2/640.jpg'])
    // S3 counts in whole seconds.
    for await (const { at } of store.list()) expect(at.getTime()).toBeGreaterThan(before - 2000)
  })

  test('takes a large file from the machine and gives it back piece by piece; the file stays where it is', async () => {
    const path = join(temporaryFolder(), 'film.mp4')
    const bytes = randomBytes(12_000_000)
    writeFileSync(path, bytes)
    await store.putFile('a/original', path)
    await store.putFile('b/original', path)
    const file = await store.open('a/original')
    const hash = createHash('sha256')
    let pieces = 0
    for await (const piece of file?.stream ?? []) {
      hash.update(piece)
      pieces += 1
    }
    expect([hash.digest('hex'), file?.bytes, pieces > 10]).toEqual([createHash('sha256').update(bytes).digest('hex'), 12_000_000, true])
  })

  test('whose reader goes away in the middle serves the next one', async () => {
    await store.put('a/original', randomBytes(3_000_000))
    for (let times = 0; times < 60; times += 1) (await store.open('a/original'))?.stream.destroy()
    expect((await buffer((await store.open('a/original'))?.stream as Readable)).length).toBe(3_000_000)
  })

  test('keeps what it has when a file cannot be read', async () => {
    await put('a/original', 'as it was')
    await expect(store.putFile('a/original', join(temporaryFolder(), 'nothing'))).rejects.toThrow()
    expect([await read('a/original'), await keys()]).toEqual([{ said: 'as it was', bytes: 9 }, ['a/original']])
  })
})

describe('a bucket whose server is away', () => {
  test('is unavailable, and has everything when the server is back', async () => {
    const store = s3MediaStore(s3.url)
    await store.put('kept/original', Buffer.from('kept'))
    const path = join(temporaryFolder(), 'a')
    writeFileSync(path, 'a')
    await s3.stop()
    const listAll = async () => {
      for await (const _ of store.list());
    }
    const asked = [
      store.put('new/original', Buffer.from('x')),
      store.putFile('new/original', path),
      store.open('kept/original'),
      store.remove('kept/original'),
      listAll(),
    ]
    for (const each of await Promise.allSettled(asked)) {
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'unavailable', cause: expect.any(Error) } })
    }
    await s3.startAgain()
    const file = await store.open('kept/original')
    expect([await text(file?.stream as Readable), await store.open('new/original')]).toEqual(['kept', undefined])
    await store.remove('kept/original')
  })

  test('that answers nothing is given up, and what is cut off on the way to it is sent again', async () => {
    const { port } = new URL(s3.url)
    let cuts = 0
    // Lets through what comes after two connections that it cuts.
    const between = createServer((client) => {
      cuts += 1
      if (cuts <= 2) {
        client.once('data', () => client.destroy())
        return
      }
      const server = client.pipe(connect(Number(port), '127.0.0.1'))
      server.pipe(client)
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void between.close())
    await new Promise((resolve) => between.once('listening', resolve))
    const address = between.address() as { port: number }
    const store = s3MediaStore(s3.url.replace(port, String(address.port)))
    const path = join(temporaryFolder(), 'a')
    writeFileSync(path, 'a')
    await store.putFile('again/original', path)
    expect([cuts, await text((await store.open('again/original'))?.stream as Readable)]).toEqual([3, 'a'])
    await store.remove('again/original')
  })
})

describe('a start', () => {
  const open = (dataDir: string, mediaS3Url?: string) => openMediaStore({ dataDir, mediaS3Url })
  async function startStrict(): Promise<string> {
    const strict = await startS3Server({ checksSignatures: true })
    onTestFinished(() => strict.close())
    return strict.url
  }

  test('takes a folder or a bucket that files can be put into', async () => {
    const dataDir = temporaryFolder()
    for (const store of [await open(dataDir), await open(dataDir, await startStrict())]) {
      await store.put('a/original', Buffer.from('a'))
      expect(await text((await store.open('a/original'))?.stream as Readable)).toBe('a')
    }
  })

  test('with a bucket that is not there, a wrong secret, or no server, ends in one line without the secret', async () => {
    const url = await startStrict()
    const wrong = [url.replace('/bantin', '/another'), url.replace(':S3RVER@', ':a-wrong-secret@'), url.replace(/:\d+\//, ':9/')]
    for (const each of wrong) {
      const error = await open(temporaryFolder(), each).then(
        () => undefined,
        (reason: Error) => reason,
      )
      expect(error?.name).toBe('StartError')
      expect(error?.message).toMatch(/^Files cannot be kept in the bucket \w+ at 127\.0\.0\.1:\d+: [^\n]+\. Check MEDIA_S3_URL, [^\n]+\.$/)
      expect(error?.message).not.toMatch(/S3RVER|a-wrong-secret/)
    }
  })

  test('with a folder that cannot be one ends in one line', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, 'media'), 'a file')
    chmodSync(join(dataDir, 'media'), 0o400)
    await expect(open(dataDir)).rejects.toThrow(
      /^Files cannot be kept in .+media: \w+: [^\n]+\. Give this user the right to write there\.$/,
    )
  })
})
