import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { croppedPart, type Rendering, renderingFormats, renderingsOf } from '@bantin/shared/renderings'
import sharp from 'sharp'
import type { MediaVariant } from '../../db/schema/media.ts'
import { type PictureView, shownPart } from './picture-part.ts'
import { cutOut, dominantColor, encoded, openPicture, type PictureFile } from './render-picture.ts'

/** Everything that is needed to render a picture: no database, no store, no secrets. */
export interface RenderingOrder {
  /** The original, on this machine. */
  path: string
  /** Of the picture held upright. */
  width: number
  height: number
  view: PictureView
  /** Names of renderings that are there already. */
  without: string[]
  /** Where the files are put, by their names. */
  folder: string
}

export interface Rendered {
  variants: MediaVariant[]
  color: string
}

/**
 * Makes the renderings of a picture, one after the other on one core. For each shape the original is read once, into an uncompressed
 * file as large as the largest rendering, of which the others are made: a large picture is not unpacked twenty-five times.
 */
export async function renderAll({ path, width, height, view, without, folder }: RenderingOrder): Promise<Rendered> {
  sharp.concurrency(1)
  sharp.cache(false)
  const { orientation } = await openPicture(path).metadata()
  const file: PictureFile = { path, width, height, orientation }
  const cropped = croppedPart(width, height, view.crop)
  const wanted = renderingsOf(cropped.width, cropped.height)
  const variants: MediaVariant[] = []
  for (const shape of ['whole', 'card', 'share'] as const) {
    const ofShape = wanted.filter((rendering) => rendering.shape === shape)
    const source = await cutLargest(file, view, ofShape, join(folder, `${shape}.tiff`))
    for (const rendering of ofShape) {
      if (!without.includes(rendering.name)) variants.push(await renderFrom(source, rendering, folder))
    }
  }
  return { variants, color: await dominantColor(join(folder, 'whole.tiff')) }
}

async function cutLargest(file: PictureFile, view: PictureView, ofShape: Rendering[], path: string): Promise<string> {
  const [largest] = ofShape.toSorted((a, b) => b.width - a.width)
  if (largest)
    await cutOut(file, shownPart(file, view, largest), largest)
      .tiff({ compression: 'none' })
      .toFile(path)
  return path
}

async function renderFrom(source: string, rendering: Rendering, folder: string): Promise<MediaVariant> {
  const { name, format, width, height } = rendering
  const path = join(folder, name)
  await encoded(openPicture(source).resize({ width, height, fit: 'fill' }), format).toFile(path)
  return { name, type: renderingFormats[format], width, height, bytes: (await stat(path)).size }
}
