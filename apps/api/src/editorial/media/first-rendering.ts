import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { maxJpegPixels, maxPixels } from '@bantin/shared/media-types'
import { firstRenderingOf } from '@bantin/shared/renderings'
import sharp, { type Metadata } from 'sharp'
import type { MediaVariant } from '../../db/schema/media.ts'
import { ProblemError } from '../../errors.ts'
import { takeTurns } from '../../lib/take-turns.ts'
import { dominantColor, renderPicture } from './render-picture.ts'

export interface FirstRendering {
  /** Of the picture held upright. */
  width: number
  height: number
  color: string
  variant: MediaVariant
  bytes: Buffer
}

/** A large photo takes some hundred megabytes while it is unpacked, and a core: one is left to answer everybody else. */
const turn = takeTurns({ atOnce: availableParallelism() > 2 ? 2 : 1, waiting: 200 })

/**
 * The rendering that stands in for all others until they are made. To make it, the picture has to be read to its end: what is damaged,
 * or is no picture at all behind its first bytes, shows here. Throws `file_too_large`, `file_unreadable`, `unavailable`.
 */
export async function renderFirst(path: string): Promise<FirstRendering> {
  const found = await metadataOf(path)
  requireSize(found)
  if (found.format === 'jpeg') requireContent(found, (await stat(path)).size)
  const isTurned = (found.orientation ?? 1) >= 5
  const [width, height] = isTurned ? [found.height, found.width] : [found.width, found.height]
  const rendering = firstRenderingOf(width, height)
  const file = { path, width, height, orientation: found.orientation }
  const bytes = await turn(() => renderPicture(file, rendering).toBuffer().catch(unreadable))
  const { name, width: across, height: down } = rendering
  const variant = { name, type: 'image/jpeg', width: across, height: down, bytes: bytes.length }
  return { width, height, color: await dominantColor(bytes), variant, bytes }
}

async function metadataOf(path: string): Promise<Metadata> {
  return await sharp(path, { limitInputPixels: false, failOn: 'error' }).metadata().catch(unreadable)
}

/** What a header says counts before anything is unpacked. The frames of a moving picture lie below each other. */
function requireSize({ format, isProgressive, width, height, pages = 1 }: Metadata): void {
  // A progressive JPEG is whole in memory too before its first row is there.
  const limit = format === 'jpeg' && !isProgressive ? maxJpegPixels : maxPixels
  if (width * height * pages <= limit) return
  throw new ProblemError('file_too_large', { detail: `A picture of this kind may have ${limit / 1_000_000} million pixels.` })
}

/** Every 64 pixels of a JPEG take a bit at least. What has fewer breaks off early, and would be a grey surface for the most part. */
function requireContent({ width, height }: Metadata, bytes: number): void {
  if ((width * height) / 64 > bytes * 8) unreadable()
}

function unreadable(): never {
  throw new ProblemError('file_unreadable', { detail: 'It is no whole picture.' })
}
