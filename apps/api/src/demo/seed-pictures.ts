import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { v7 as uuidv7 } from 'uuid'
import type { MediaStore } from '../adapters/media-store.ts'
import type { Db } from '../db/client.ts'
import { type MediaVariant, media } from '../db/schema/media.ts'
import { demoArticles } from './content/articles.ts'
import type { DemoArticle } from './content/demo-content.ts'
import { drawPicture } from './picture.ts'

type DemoPicture = Omit<typeof media.$inferInsert, 'unitId'>

const renderings = [
  { name: '640.webp', width: 640 },
  { name: '1280.webp', width: 1280 },
  { name: '1280.jpg', width: 1280 },
]

/** Draws the picture of every demo article into the store; answers the rows to be inserted, in the articles' order. */
export async function drawPictures(store: MediaStore): Promise<DemoPicture[]> {
  const pictures: DemoPicture[] = []
  for (const { slug, picture } of demoArticles) pictures.push(await drawOne(store, slug, picture))
  return pictures
}

/** Ids of the pictures by their articles' slugs. */
export async function insertPictures(tx: Db, unitId: string, pictures: DemoPicture[]): Promise<Map<string, string>> {
  await tx.insert(media).values(pictures.map((picture) => ({ ...picture, unitId })))
  return new Map(pictures.map(({ originalName, id }) => [originalName.replace(/\.svg$/, ''), id]))
}

async function drawOne(store: MediaStore, slug: string, { scene, alt, caption, credit }: DemoArticle['picture']): Promise<DemoPicture> {
  const id = uuidv7()
  const drawing = Buffer.from(drawPicture(scene))
  const pixels = await sharp(drawing).png().toBuffer()
  const variants: MediaVariant[] = []
  for (const { name, width } of renderings) {
    const resized = sharp(pixels).resize({ width })
    const { data, info } = await (name.endsWith('.jpg') ? resized.jpeg({ quality: 80 }) : resized.webp({ quality: 75 })).toBuffer({
      resolveWithObject: true,
    })
    await store.put(`${id}/1/${name}`, data)
    variants.push({
      name,
      type: name.endsWith('.jpg') ? 'image/jpeg' : 'image/webp',
      width: info.width,
      height: info.height,
      bytes: info.size,
    })
  }
  const { width, height, bytes } = variants.at(-1) as MediaVariant
  const { dominant } = await sharp(pixels).stats()
  const color = `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  const sha256 = createHash('sha256').update(slug).update(drawing).digest('hex')
  return { id, sha256, type: 'image/svg+xml', width, height, bytes, originalName: `${slug}.svg`, alt, caption, credit, color, variants }
}
