import type { Crop } from './media.ts'

/** The widths in pixels at which every picture is kept, as far as it is that wide. */
export const renderingWidths = [320, 640, 960, 1280, 1920] as const
export const renderingFormats = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const
export type RenderingFormat = keyof typeof renderingFormats

/** A picture's file in the store: which part of it, how large, in which format. */
export interface Rendering {
  /** The last part of its address. */
  name: string
  format: RenderingFormat
  /** Of `card` and `share` the shape is given, cut around the focal point; `whole` keeps that of the picture. */
  shape: 'whole' | 'card' | 'share'
  width: number
  height: number
}

/** Width by height. Cards are three by two, the preview of a shared link as Open Graph recommends it. */
const cardRatio = 3 / 2
const cardWidths = [320, 640, 960] as const
const share = { width: 1200, height: 630 } as const

/** WebP has no more rows, and AVIF is decoded by few beyond it: of a picture that is so tall for its width there is the JPEG alone. */
const tallest = 16_383

/** The first rendering, made while a file is uploaded: it stands in for all that are still to be made. */
export const firstWidth = 640

/** The renderings of a picture that is so large after cropping. A picture narrower than a width has one of its own width at most. */
export function renderingsOf(width: number, height: number): Rendering[] {
  const widths = fitting(renderingWidths, width)
  const whole = widths
    .flatMap((each) => formats.map((format) => named('whole', format, each, Math.max(1, Math.round((height * each) / width)))))
    .filter((rendering) => rendering.format === 'jpg' || rendering.height <= tallest)
  const cardRoom = Math.min(width, Math.floor(height * cardRatio))
  const cards = fitting(cardWidths, cardRoom).flatMap((each) =>
    formats.map((format) => named('card', format, each, Math.max(1, Math.round(each / cardRatio)))),
  )
  return [...whole, ...cards, named('share', 'jpg', share.width, share.height)]
}

/** A part of a picture in pixels of the picture held upright. */
export interface PicturePart {
  left: number
  top: number
  width: number
  height: number
}

/** The part of a picture of this size that a crop leaves, at least a pixel of it: all of it without a crop. */
export function croppedPart(width: number, height: number, crop: Crop | null): PicturePart {
  if (crop === null) return { left: 0, top: 0, width, height }
  const [left, across] = span(width, crop.x, crop.width)
  const [top, down] = span(height, crop.y, crop.height)
  return { left, top, width: across, height: down }
}

/** From where, and how long, in pixels; what reaches beyond the end ends there. */
function span(whole: number, from: number, length: number): [number, number] {
  const start = Math.min(Math.round(whole * from), whole - 1)
  const end = Math.min(Math.round(whole * (from + length)), whole)
  return [start, Math.max(1, end - start)]
}

/** The rendering that is made while the file is uploaded. */
export function firstRenderingOf(width: number, height: number): Rendering {
  const least = Math.min(firstWidth, width)
  return named('whole', 'jpg', least, Math.max(1, Math.round((height * least) / width)))
}

const formats = ['avif', 'webp', 'jpg'] as const

/** The widths that the picture has, its own as the last one where it lies between two of them. */
function fitting(widths: readonly number[], width: number): number[] {
  const smaller = widths.filter((each) => each <= width)
  const largest = widths.at(-1) as number
  return smaller.at(-1) === width || width > largest ? smaller : [...smaller, width]
}

function named(shape: Rendering['shape'], format: RenderingFormat, width: number, height: number): Rendering {
  const name = shape === 'whole' ? `${width}.${format}` : shape === 'card' ? `card-${width}.${format}` : `share.${format}`
  return { name, format, shape, width, height }
}

/** Which part of the picture a rendering shows, by its name. */
export function shapeOf(name: string): Rendering['shape'] {
  return name.startsWith('card-') ? 'card' : name.startsWith('share.') ? 'share' : 'whole'
}
