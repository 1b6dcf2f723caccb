import { createHash } from 'node:crypto'
import { fold } from '@bantin/shared/text'
import sharp from 'sharp'
import { v7 as uuidv7 } from 'uuid'
import type { MediaStore } from '../adapters/media-store.ts'
import type { Db } from '../db/client.ts'
import { type MediaVariant, media } from '../db/schema/media.ts'
import { dominantColor } from '../editorial/media/render-picture.ts'
import { demoArticles } from './content/articles.ts'
import type { DemoDocument, DemoPicture } from './content/demo-content.ts'
import { makePdf } from './make-pdf.ts'
import { drawPicture } from './picture.ts'

/** What a body refers to the file by, and its row without the unit that it belongs to. */
interface DemoFile {
  key: string
  row: Omit<typeof media.$inferInsert, 'unitId'>
}

// Fewer than a picture that is uploaded gets: a first start should be short.
const renderings = [
  { name: '640.webp', width: 640 },
  { name: '1280.webp', width: 1280 },
  { name: '1280.jpg', width: 1280 },
]

/** So many are drawn at once: the processor is busy, and memory stays small. */
const atOnce = 4

/** Draws all pictures of the demo and makes its documents, into the store; answers the rows to be inserted. */
export async function makeMedia(store: MediaStore): Promise<DemoFile[]> {
  const blocks = demoArticles.flatMap(({ body }) => body).filter((block) => typeof block !== 'string')
  const inBodies = blocks.flatMap((block) => ('picture' in block ? [block.picture] : 'gallery' in block ? block.gallery : []))
  const documents = blocks.flatMap((block) => ('document' in block ? [block.document] : []))
  const work = [
    ...[...demoArticles.map(({ picture }) => picture), ...inBodies].map((picture) => () => makePicture(store, picture)),
    ...documents.map((document) => () => makeDocument(store, document)),
  ]
  const made: DemoFile[] = []
  while (work.length > 0) made.push(...(await Promise.all(work.splice(0, atOnce).map((make) => make()))))
  return made
}

/** Ids of the files by their keys. */
export async function insertMedia(tx: Db, unitId: string, files: DemoFile[]): Promise<Map<string, string>> {
  await tx.insert(media).values(files.map(({ row }) => ({ ...row, unitId })))
  return new Map(files.map(({ key, row }) => [key, row.id]))
}

async function makePicture(store: MediaStore, { scene, alt, caption, credit }: DemoPicture): Promise<DemoFile> {
  const id = uuidv7()
  const drawing = Buffer.from(drawPicture(scene))
  const { data: original, info } = await sharp(drawing).png().toBuffer({ resolveWithObject: true })
  await store.put(`${id}/original`, original)
  const variants: MediaVariant[] = []
  for (const rendering of renderings) variants.push(await render(store, id, original, rendering))
  const color = await dominantColor(original)
  const originalName = `${scene.replace(':', '-')}.png`
  const said = { originalName, alt, caption, credit, folded: fold([originalName, alt, caption, credit].join(' ')) }
  const { width, height } = info
  return { key: scene, row: { id, ...fileOf(original), type: 'image/png', width, height, color, variants, ...said } }
}

async function render(
  store: MediaStore,
  id: string,
  original: Buffer,
  { name, width }: (typeof renderings)[number],
): Promise<MediaVariant> {
  const isJpeg = name.endsWith('.jpg')
  const resized = sharp(original).resize({ width })
  const { data, info } = await (isJpeg ? resized.jpeg({ quality: 80 }) : resized.webp({ quality: 75 })).toBuffer({
    resolveWithObject: true,
  })
  await store.put(`${id}/1/${name}`, data)
  return { name, type: isJpeg ? 'image/jpeg' : 'image/webp', width: info.width, height: info.height, bytes: info.size }
}

async function makeDocument(store: MediaStore, { name, title, scene }: DemoDocument): Promise<DemoFile> {
  const id = uuidv7()
  const { data, info } = await sharp(Buffer.from(drawPicture(scene)))
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  const pdf = makePdf({ title, picture: { data, width: info.width, height: info.height } })
  await store.put(`${id}/original`, pdf)
  const said = { originalName: name, caption: title, folded: fold(`${name} ${title}`) }
  return { key: name, row: { id, ...fileOf(pdf), kind: 'document', type: 'application/pdf', variants: [], ...said } }
}

function fileOf(data: Buffer): { sha256: string; bytes: number } {
  return { sha256: createHash('sha256').update(data).digest('hex'), bytes: data.length }
}
