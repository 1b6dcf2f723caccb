import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { renderingsOf } from '@bantin/shared/renderings'
import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailingParts } from '../../../test/mails.ts'
import { createUploaded, keysOf, readMedia } from '../../../test/pictures.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import type { MediaStore } from '../../adapters/media-store.ts'
import { addJob } from '../../db/jobs.ts'
import { media } from '../../db/schema/media.ts'
import type { JobParts } from '../../job-parts.ts'
import { makeRenderings } from './make-renderings.job.ts'

let it: TestApp
const uploads = join(mkdtempSync(join(tmpdir(), 'bantin-test-')), 'uploads')
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const make = (mediaId: string, isLast = false, more: Partial<JobParts> = {}) =>
  makeRenderings(mailingParts(it, { uploads, ...more }).parts, { mediaId }, { isLast })
const namesOf = (width: number, height: number) => renderingsOf(width, height).map(({ name }) => name)
const change = (id: string, set: Partial<typeof media.$inferInsert>) => it.database.db.update(media).set(set).where(eq(media.id, id))
const auditOf = async (id: string) =>
  (await it.database.db.execute(sql`SELECT action, entity, version, actor_name FROM audit_log WHERE entity_id = ${id}`)).rows

/** The colour in the middle of a rendering, blue on the left of the picture and red on the right. */
async function middleOf(key: string): Promise<string> {
  const file = await it.mediaStore.open(key)
  if (!file) throw new Error(`${key} is not there.`)
  const { data, info } = await sharp(await buffer(file.stream))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const start = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels
  return (data[start] ?? 0) > (data[start + 2] ?? 0) ? 'red' : 'blue'
}

test('a picture that was uploaded gets all its renderings beside the first, which stays as it is', async () => {
  const id = await createUploaded(it)
  const before = await readMedia(it, id)
  await make(id)
  const { variants, ...row } = await readMedia(it, id)
  expect(row).toMatchObject({ rev: 1, rendering: 'ready', color: expect.stringMatching(/^#[0-9a-f]{6}$/), version: before.version })
  expect(variants.map(({ name }) => name).sort()).toEqual(namesOf(1600, 1000).sort())
  expect(variants[0]).toEqual(before.variants[0])
  expect(await keysOf(it, id)).toEqual([...namesOf(1600, 1000).map((name) => `1/${name}`), 'original'].sort())
  for (const { name, type, width, height, bytes } of variants) {
    const file = await it.mediaStore.open(`${id}/1/${name}`)
    const { info } = await sharp(await buffer(file?.stream as NodeJS.ReadableStream)).toBuffer({ resolveWithObject: true })
    const format = { 'image/avif': 'heif', 'image/webp': 'webp', 'image/jpeg': 'jpeg' }[type]
    expect([name, info.format, info.width, info.height, file?.bytes]).toEqual([name, format, width, height, bytes])
  }
  expect(await auditOf(id)).toEqual([{ action: 'media.render', entity: 'media', version: before.version, actor_name: 'clock' }])
  expect(readdirSync(uploads)).toEqual([])
})

test('what stands at an address never changes: another crop or focal point is rendered at the next one', async () => {
  const id = await createUploaded(it, { width: 900, height: 400 })
  await make(id)
  const first = await readMedia(it, id)
  await change(id, { crop: { x: 0.5, y: 0, width: 0.5, height: 1 }, rendering: 'waiting' })
  await make(id)
  const second = await readMedia(it, id)
  expect([second.rev, second.rendering]).toEqual([2, 'ready'])
  expect(second.variants.map(({ name }) => name).sort()).toEqual(namesOf(450, 400).sort())
  expect([await middleOf(`${id}/2/450.jpg`), await middleOf(`${id}/2/share.jpg`)]).toEqual(['red', 'red'])
  await change(id, { crop: null, focalPoint: { x: 0.1, y: 0.5 }, rendering: 'waiting' })
  await make(id)
  expect((await readMedia(it, id)).rev).toBe(3)
  expect(await middleOf(`${id}/3/card-320.jpg`)).toBe('blue')
  // Older ones stay until they are swept.
  for (const { name } of first.variants) expect(await keysOf(it, id)).toContain(`1/${name}`)
})

test('a crop that was set before anything else was made begins with an address of its own', async () => {
  const id = await createUploaded(it, { width: 600, height: 400, crop: { x: 0, y: 0, width: 0.5, height: 1 } })
  await make(id)
  const { rev, variants } = await readMedia(it, id)
  expect([rev, variants.map(({ name }) => name).sort()]).toEqual([2, namesOf(300, 400).sort()])
})

test('what was rendered for a crop that somebody has changed meanwhile is not shown', async () => {
  const id = await createUploaded(it, { width: 600, height: 400 })
  const before = await readMedia(it, id)
  const changedMeanwhile: MediaStore = {
    ...it.mediaStore,
    putFile: async (key, path) => {
      await it.mediaStore.putFile(key, path)
      await change(id, { focalPoint: { x: 0.2, y: 0.2 } })
    },
  }
  await make(id, false, { mediaStore: changedMeanwhile })
  expect(await readMedia(it, id)).toEqual({ ...before, focalPoint: { x: 0.2, y: 0.2 } })
  expect(await auditOf(id)).toEqual([])
})

test('a picture that cannot be rendered is tried to the last, then says so, and keeps what it has', async () => {
  const id = await createUploaded(it, { width: 600, height: 400, original: Buffer.from('no picture') })
  await expect(make(id)).rejects.toThrow(/^A picture cannot be rendered: /)
  expect((await readMedia(it, id)).rendering).toBe('waiting')
  await expect(make(id, true)).rejects.toThrow()
  const { rendering, rev, variants } = await readMedia(it, id)
  expect([rendering, rev, variants.length, await auditOf(id)]).toMatchObject(['failed', 1, 1, [{ action: 'media.render' }]])
  expect(readdirSync(uploads)).toEqual([])
})

test('a last try that fails for a crop that somebody has changed meanwhile does not stand in the way of the next', async () => {
  const id = await createUploaded(it, { width: 600, height: 400 })
  const changedMeanwhile: MediaStore = {
    ...it.mediaStore,
    open: async () => {
      await change(id, { crop: { x: 0, y: 0, width: 0.5, height: 1 } })
      return undefined
    },
  }
  await expect(make(id, true, { mediaStore: changedMeanwhile })).rejects.toThrow()
  expect([(await readMedia(it, id)).rendering, await auditOf(id)]).toEqual(['waiting', []])
  await make(id)
  expect((await readMedia(it, id)).rendering).toBe('ready')
})

test('with the store away nothing is noted', async () => {
  const id = await createUploaded(it, { width: 600, height: 400 })
  const before = await readMedia(it, id)
  const away = () => Promise.reject(new Error('away'))
  await expect(make(id, false, { mediaStore: { ...it.mediaStore, putFile: away } })).rejects.toThrow('away')
  expect(await readMedia(it, id)).toEqual(before)
})

test('the end of the process ends its rendering too', async () => {
  const id = await createUploaded(it)
  const ending = new AbortController()
  const made = make(id, false, { signal: ending.signal })
  await expect.poll(() => readdirSync(uploads)).toHaveLength(1)
  ending.abort()
  await expect(made).rejects.toThrow()
  expect((await readMedia(it, id)).rendering).toBe('waiting')
})

test('of one picture the newest job alone waits, and two never run at once', async () => {
  const [one, other] = [await createUploaded(it), await createUploaded(it)]
  for (const mediaId of [one, one, other]) await addJob(it.database.db, 'makeRenderings', { mediaId })
  const { rows } = await it.database.db.execute(sql`
    SELECT j.key, q.queue_name AS queue, j.priority, j.max_attempts AS tries FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id ORDER BY j.id`)
  expect(rows).toEqual([one, other].map((id) => ({ key: `media:${id}`, queue: `media:${id}`, priority: 10, tries: 8 })))
})
