import { maxJpegPixels } from '@bantin/shared/media-types'
import type { PicturePart, Rendering, RenderingFormat } from '@bantin/shared/renderings'
import sharp, { type Sharp } from 'sharp'
import { type PictureView, partInFile, shownPart, turnOf } from './picture-part.ts'

/** A picture on this machine, and how large it is held upright. */
export interface PictureFile {
  path: string
  width: number
  height: number
  /** As EXIF has it; absent or 1: it lies upright in the file. */
  orientation?: number | undefined
}

const untouched: PictureView = { crop: null, focalPoint: null }

/** One rendering of a picture, ready to be written: upright, in sRGB, of the first frame, without anything that the file says beside it. */
export function renderPicture(file: PictureFile, rendering: Rendering, view: PictureView = untouched): Sharp {
  return encoded(cutOut(file, shownPart(file, view, rendering), rendering), rendering.format)
}

/**
 * The part in the size given, not encoded yet. It is cut and made small as it lies in the file, row by row, and turned when it is
 * small: turned before, a picture of 120 megapixels would be in memory whole.
 */
export function cutOut(
  { path, width, height, orientation }: PictureFile,
  part: PicturePart,
  size: { width: number; height: number },
): Sharp {
  const { isMirrored, angle } = turnOf(orientation)
  const lies = angle === 90 || angle === 270 ? { width: size.height, height: size.width } : size
  const picture = openPicture(path)
  // Only a JPEG that is not cut is read at a fraction of its size.
  const isCut = part.width < width || part.height < height
  const cut = isCut ? picture.extract(partInFile(part, { width, height }, orientation)) : picture
  const small = cut.resize({ width: lies.width, height: lies.height, fit: 'fill' })
  const mirrored = isMirrored ? small.flop() : small
  return angle === 0 ? mirrored : mirrored.rotate(angle)
}

/** Opens the file, of at most so many pixels as any kind of picture may have. What is broken in it shows when it is read. */
export function openPicture(path: string): Sharp {
  return sharp(path, { limitInputPixels: maxJpegPixels, sequentialRead: true, failOn: 'error' })
}

/** Quality by the eye; AVIF with the effort that costs a second of one core for the largest width. */
export function encoded(picture: Sharp, format: RenderingFormat): Sharp {
  if (format === 'avif') return picture.avif({ quality: 50, effort: 2 })
  if (format === 'webp') return picture.webp({ quality: 75 })
  return onWhite(picture).jpeg({ quality: 78, mozjpeg: true })
}

/**
 * The colour that most of a picture in a file, or in memory, has, as `#rrggbb`: shown where the picture will be until it is there. What
 * is transparent counts as white, as it is shown: under it the file may have any colour, mostly black.
 */
export async function dominantColor(rendered: string | Buffer): Promise<string> {
  // Counting every point of a large picture takes longer than making it small, and finds the same.
  const small = sharp(rendered).resize({ width: 320, height: 320, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await onWhite(small).raw().toBuffer({ resolveWithObject: true })
  const { dominant } = await sharp(data, { raw: info }).stats()
  return `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function onWhite(picture: Sharp): Sharp {
  return picture.flatten({ background: '#fff' })
}
