import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDocument } from '../../../test/factories.ts'
import { mailingParts } from '../../../test/mails.ts'
import { createUploaded, keysOf, readMedia } from '../../../test/pictures.ts'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import type { MediaStore } from '../../adapters/media-store.ts'
import { addJob } from '../../db/jobs.ts'
import { media } from '../../db/schema/media.ts'
import { forgetUploads } from './forget-uploads.ts'
import { sweepMedia as sweepByTheClock } from './sweep-media.job.ts'
import { sweepMedia } from './sweep-media.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const hour = 3_600_000
const tomorrow = () => Date.now() + 25 * hour
const put = (key: string) => it.mediaStore.put(key, Buffer.from('x'))
const sweep = (now: number) => sweepMedia(it.database.db, it.mediaStore, { now })
const change = (id: string, set: Partial<typeof media.$inferInsert>) => it.database.db.update(media).set(set).where(eq(media.id, id))

test('a file without a row is gone after a day, not before: its row may be on its way', async () => {
  const id = uuidv7()
  for (const key of ['original', 'original.0a1b2c.tmp', '1/640.jpg']) await put(`${id}/${key}`)
  expect([await sweep(Date.now() + 23 * hour), (await keysOf(it, id)).length]).toEqual([0, 3])
  expect([await sweep(tomorrow()), await keysOf(it, id)]).toEqual([3, []])
})

test('what rows name stays, whatever its age', async () => {
  const [picture, { id: document }] = [await createUploaded(it), await createDocument(it)]
  const before = [await keysOf(it, picture), await keysOf(it, document)]
  expect([await sweep(Date.now() + 1e12), await keysOf(it, picture), await keysOf(it, document)]).toEqual([0, ...before])
})

test('renderings at older addresses are gone after a day, and what a job left half-way', async () => {
  const id = await createUploaded(it)
  const { variants } = await readMedia(it, id)
  await change(id, { rev: 2, rendering: 'ready', variants })
  for (const key of ['2/640.jpg', '2/320.avif', '3/640.jpg', '2/640.jpg.0a1b2c.tmp']) await put(`${id}/${key}`)
  expect(await sweep(Date.now() + 23 * hour)).toBe(0)
  await sweep(tomorrow())
  expect(await keysOf(it, id)).toEqual(['2/640.jpg', 'original'])
})

test('what a picture that waits may be about to name stays', async () => {
  const id = await createUploaded(it, { rev: 2 })
  for (const key of ['2/640.jpg', '2/320.avif', '3/320.avif']) await put(`${id}/${key}`)
  await sweep(tomorrow())
  expect(await keysOf(it, id)).toEqual(['2/320.avif', '2/640.jpg', '3/320.avif', 'original'])
})

test('of more files than one query looks up, those without a row are gone and those with one stay', async () => {
  const picture = await createUploaded(it)
  const stray = Array.from({ length: 1100 }, () => `${uuidv7()}/original`)
  const rowed = await keysOf(it, picture)
  const listed = [...stray.slice(0, 600), ...rowed.map((key) => `${picture}/${key}`), ...stray.slice(600)]
  const removed: string[] = []
  const store: MediaStore = {
    ...it.mediaStore,
    list: async function* () {
      for (const key of listed) yield { key, at: new Date(0) }
    },
    remove: async (key) => void removed.push(key),
  }
  expect([await sweepMedia(it.database.db, store), removed]).toEqual([1100, stray])
})

test('what is not of the library is left alone', async () => {
  await put('elsewhere/a.txt')
  await sweep(tomorrow())
  expect(await it.mediaStore.open('elsewhere/a.txt').then((file) => file?.stream.destroy() && file.bytes)).toBe(1)
})

test('a picture that waits for a job that is not there says that it failed', async () => {
  const [lost, waiting] = [await createUploaded(it), await createUploaded(it)]
  await addJob(it.database.db, 'makeRenderings', { mediaId: waiting })
  const { parts, lines } = mailingParts(it)
  await sweepByTheClock(parts)
  expect([(await readMedia(it, lost)).rendering, (await readMedia(it, waiting)).rendering]).toEqual(['failed', 'waiting'])
  expect(lines).toEqual([expect.stringMatching(/^Pictures that nobody renders any more: \d+\./)])
})

test('what lies in the folder of uploads for a day is gone, and a folder that is not there is none', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'renderings-x'))
  for (const name of ['renderings-x/original', 'cut-off', 'under-way']) writeFileSync(join(folder, name), 'x')
  const old = new Date(Date.now() - 25 * hour)
  for (const name of ['renderings-x', 'cut-off']) utimesSync(join(folder, name), old, old)
  expect([await forgetUploads(folder), await readdir(folder)]).toEqual([2, ['under-way']])
  expect(await forgetUploads(join(folder, 'nothing'))).toBe(0)
})
