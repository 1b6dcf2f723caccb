import { firstRenderingOf } from '@bantin/shared/renderings'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { v7 as uuidv7 } from 'uuid'
import { findSite } from '../src/db/find-site.ts'
import { media } from '../src/db/schema/media.ts'
import type { TestApp } from './test-app.ts'

/** A picture as its upload leaves it: the original and the first rendering in the store, its row waits for the others. No job is queued. */
export async function createUploaded(
  { database: { db }, mediaStore }: TestApp,
  more: Partial<typeof media.$inferInsert> & { original?: Buffer } = {},
): Promise<string> {
  const id = uuidv7()
  const [width, height] = [more.width ?? 1600, more.height ?? 1000]
  const { original = await photo(width, height), ...row } = more
  const first = firstRenderingOf(width, height)
  const rendered = await sharp({ create: { width: first.width, height: first.height, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  await mediaStore.put(`${id}/original`, original)
  await mediaStore.put(`${id}/1/${first.name}`, rendered)
  await db.insert(media).values({
    id,
    sha256: id,
    type: 'image/jpeg',
    width,
    height,
    bytes: original.length,
    originalName: 'Ảnh chụp.jpg',
    variants: [{ name: first.name, type: 'image/jpeg', width: first.width, height: first.height, bytes: rendered.length }],
    rendering: 'waiting',
    unitId: (await findSite(db)).rootUnitId as string,
    ...row,
  })
  return id
}

/** A JPEG, blue on the left and red on the right. */
export async function photo(width: number, height: number): Promise<Buffer> {
  const right = await sharp({ create: { width: Math.ceil(width / 2), height, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
  const left = sharp({ create: { width, height, channels: 3, background: '#0000ff' } })
  return await left
    .composite([{ input: right, left: Math.floor(width / 2), top: 0 }])
    .jpeg()
    .toBuffer()
}

export async function readMedia({ database: { db } }: TestApp, id: string): Promise<typeof media.$inferSelect> {
  const [row] = await db.select().from(media).where(eq(media.id, id))
  if (!row) throw new Error(`There is no file ${id}.`)
  return row
}

export async function keysOf({ mediaStore }: TestApp, id: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of mediaStore.list(`${id}/`)) keys.push(key.slice(id.length + 1))
  return keys.sort()
}
