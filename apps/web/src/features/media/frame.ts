import type { Crop, FocalPoint, MediaItem } from '@bantin/shared/media'

/** Of a picture in pixels. */
export interface Size {
  width: number
  height: number
}

/** A picture whose size is known. */
export type SizedPicture = MediaItem & Size

/** Shapes in which a picture is cut, width by height: cards, and the preview of a shared link. */
export const ratios = { card: 3 / 2, share: 1200 / 630 } as const

const whole: Crop = { x: 0, y: 0, width: 1, height: 1 }
const middle: FocalPoint = { x: 0.5, y: 0.5 }
/** The smallest part that may be shown. */
export const leastPart = 0.05

/**
 * The part of the whole picture that is shown in a shape: as much of the crop as there is room for, with the focal point as near to
 * its middle as the crop's edges allow.
 */
export function cutOf(size: Size, crop: Crop | null, focalPoint: FocalPoint | null, ratio: number): Crop {
  const { x, y, width, height } = crop ?? whole
  const point = focalPoint ?? middleOf(crop)
  // How many times its height the shape is wide, where both are counted as parts of the picture's sides.
  const shape = (ratio * size.height) / size.width
  const cut = { width: Math.min(width, height * shape), height: Math.min(height, width / shape) }
  return {
    ...cut,
    x: within(point.x - cut.width / 2, x, x + width - cut.width),
    y: within(point.y - cut.height / 2, y, y + height - cut.height),
  }
}

/** The middle of what is shown. */
export function middleOf(crop: Crop | null): FocalPoint {
  return crop ? { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 } : middle
}

/** A crop within the picture and not too small; null where it is the whole picture. */
export function tidyCrop({ x, y, width, height }: Crop): Crop | null {
  const left = round(within(x, 0, 1 - leastPart))
  const top = round(within(y, 0, 1 - leastPart))
  const tidy = { x: left, y: top, width: round(within(width, leastPart, 1 - left)), height: round(within(height, leastPart, 1 - top)) }
  return tidy.width === 1 && tidy.height === 1 ? null : tidy
}

export function tidyPoint({ x, y }: FocalPoint): FocalPoint {
  return { x: round(within(x, 0, 1)), y: round(within(y, 0, 1)) }
}

export const corners = ['nw', 'ne', 'sw', 'se'] as const
export type Corner = (typeof corners)[number]

/** The crop with one corner drawn to a point; the opposite one stays. */
export function drawCorner(crop: Crop | null, corner: Corner, to: FocalPoint): Crop | null {
  const { x, y, width, height } = crop ?? whole
  const [right, bottom] = [x + width, y + height]
  const isLeft = corner.endsWith('w')
  const isTop = corner.startsWith('n')
  const left = isLeft ? within(to.x, 0, right - leastPart) : x
  const top = isTop ? within(to.y, 0, bottom - leastPart) : y
  return tidyCrop({
    x: left,
    y: top,
    width: isLeft ? right - left : within(to.x, x + leastPart, 1) - x,
    height: isTop ? bottom - top : within(to.y, y + leastPart, 1) - y,
  })
}

/** Renderings show the crop: a picture that is cropped is drawn on as it was uploaded. */
export function wholePicture({ crop, src, originalUrl }: Pick<MediaItem, 'crop' | 'src' | 'originalUrl'>): string {
  return crop ? originalUrl : src
}

/** A thousandth is finer than a pixel of most screens. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
