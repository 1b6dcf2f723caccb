import type { Picture } from '@bantin/shared/articles'
import type { ShownMedia } from '@bantin/shared/body/fill-media'
import { fileNameOf, type MediaKind } from '@bantin/shared/media-types'
import { type Rendering, shapeOf } from '@bantin/shared/renderings'
import { type MediaAddresses, mediaPath } from './media-address.ts'

/** What is known of a file of the media library. */
export interface StoredFile {
  id: string
  rev: number
  kind: MediaKind
  type: string
  bytes: number
  originalName: string
  alt: string | null
  caption: string | null
  credit: string | null
  color: string | null
  /** The renderings of a picture that are made. */
  variants: { name: string; type: string; width: number; height: number }[]
}

/** Makes the address of a path such as `/media/{id}/{rev}/{name}`. */
export type AddressOf = (path: string) => string

/** Where the site is, and what signs addresses of files on it: the app itself, as its routes have it. */
export interface Signing {
  config: { publicUrl: string }
  mediaAddresses: MediaAddresses
}

/** Makes signed addresses of the public origin: they open for some hours, whether or not the file is public. */
export function signedAddressOf({ config: { publicUrl }, mediaAddresses }: Signing): AddressOf {
  return (path) => publicUrl + mediaAddresses.sign(path)
}

/** What an article's text needs of the file. Undefined for a picture of which nothing is rendered. */
export function shownMediaOf(file: StoredFile, addressOf: AddressOf): ShownMedia | undefined {
  const { kind, alt, type, bytes, originalName } = file
  const known = { kind, alt, type, bytes, originalName }
  if (kind !== 'picture') {
    return { ...known, src: addressOf(mediaPath(file.id, file.rev, fileNameOf(type))), srcset: '', width: null, height: null }
  }
  const largest = largestOf(file, 'whole')
  if (!largest) return undefined
  const { width, height } = largest
  return { ...known, src: addressOf(pathOf(file, largest)), srcset: choiceOf(file, 'whole', 'image/webp', addressOf), width, height }
}

/**
 * The picture with everything that a page shows of it, as the database keeps it (`picture_json` of
 * `apps/api/migrations/0011_pictures.sql`).
 * Undefined when nothing of it is rendered.
 */
export function pictureOf(file: StoredFile, addressOf: AddressOf): Picture | undefined {
  const [largest, card, share] = [largestOf(file, 'whole'), largestOf(file, 'card'), largestOf(file, 'share')]
  if (!largest) return undefined
  const srcset = choiceOf(file, 'whole', 'image/webp', addressOf)
  return {
    id: file.id,
    src: addressOf(pathOf(file, largest)),
    srcset,
    avifSrcset: choiceOf(file, 'whole', 'image/avif', addressOf),
    // Not those of the original: it may be cropped.
    width: largest.width,
    height: largest.height,
    alt: file.alt ?? '',
    caption: file.caption,
    credit: file.credit,
    color: file.color,
    card: {
      src: addressOf(pathOf(file, card ?? largest)),
      srcset: choiceOf(file, 'card', 'image/webp', addressOf) || srcset,
    },
    share: addressOf(pathOf(file, share ?? largest)),
  }
}

type Variant = StoredFile['variants'][number]

/** JPEG: whoever takes one address can show it. */
function largestOf(file: StoredFile, shape: Rendering['shape']): Variant | undefined {
  return inOrder(file, shape, 'image/jpeg').at(-1)
}

/** The value of a `srcset`, or nothing. */
function choiceOf(file: StoredFile, shape: Rendering['shape'], type: string, addressOf: AddressOf): string {
  return inOrder(file, shape, type)
    .map((variant) => `${addressOf(pathOf(file, variant))} ${variant.width}w`)
    .join(', ')
}

function inOrder({ variants }: StoredFile, shape: Rendering['shape'], type: string): Variant[] {
  return variants.filter((variant) => variant.type === type && shapeOf(variant.name) === shape).sort((a, b) => a.width - b.width)
}

function pathOf({ id, rev }: StoredFile, { name }: Variant): string {
  return mediaPath(id, rev, name)
}
