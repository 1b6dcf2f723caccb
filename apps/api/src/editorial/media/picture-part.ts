import type { Crop, FocalPoint } from '@bantin/shared/media'
import { croppedPart, type PicturePart, type Rendering } from '@bantin/shared/renderings'

/** What an editor wants to be seen of a picture. */
export interface PictureView {
  crop: Crop | null
  focalPoint: FocalPoint | null
}

interface Size {
  width: number
  height: number
}

/**
 * The part of a picture that a rendering shows: what the crop leaves, and of that for a given shape the largest part that has it and
 * lies around the focal point, or around the middle without one.
 */
export function shownPart({ width, height }: Size, { crop, focalPoint }: PictureView, rendering: Rendering): PicturePart {
  const left = croppedPart(width, height, crop)
  if (rendering.shape === 'whole') return left
  const ratio = rendering.width / rendering.height
  const across = Math.max(1, Math.min(left.width, Math.round(left.height * ratio)))
  const down = Math.max(1, Math.min(left.height, Math.round(left.width / ratio)))
  const middle = { x: left.left + left.width / 2, y: left.top + left.height / 2 }
  const around = focalPoint ? { x: focalPoint.x * width, y: focalPoint.y * height } : middle
  return {
    left: startAround(around.x, across, left.left, left.width),
    top: startAround(around.y, down, left.top, left.height),
    width: across,
    height: down,
  }
}

/** Where a part of that length begins that has the point in its middle, as far as it stays within. */
function startAround(point: number, length: number, from: number, within: number): number {
  return Math.round(Math.min(Math.max(point - length / 2, from), from + within - length))
}

/** How a picture lies in its file: mirrored first, then turned clockwise, it is upright. By the values that EXIF has for it. */
export function turnOf(orientation = 1): { isMirrored: boolean; angle: 0 | 90 | 180 | 270 } {
  const angles = [0, 0, 0, 180, 180, 270, 90, 90, 270] as const
  return { isMirrored: [2, 4, 5, 7].includes(orientation), angle: angles[orientation] ?? 0 }
}

/** The same part as it lies in the file, of a picture that is so large held upright. */
export function partInFile({ left, top, width, height }: PicturePart, upright: Size, orientation = 1): PicturePart {
  const { isMirrored, angle } = turnOf(orientation)
  const [right, bottom] = [upright.width - left - width, upright.height - top - height]
  const turned = {
    0: { left, top, width, height },
    90: { left: top, top: right, width: height, height: width },
    180: { left: right, top: bottom, width, height },
    270: { left: bottom, top: left, width: height, height: width },
  }[angle]
  if (!isMirrored) return turned
  const across = angle === 90 || angle === 270 ? upright.height : upright.width
  return { ...turned, left: across - turned.left - turned.width }
}
