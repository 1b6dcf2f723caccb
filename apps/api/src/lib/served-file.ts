import type { renderingStates } from '@bantin/shared/media'
import type { MediaKind } from '@bantin/shared/media-types'

/** What has to be known of a file of the media library to answer its addresses. */
export interface ServedFile {
  id: string
  rev: number
  kind: MediaKind
  type: string
  /** Of the file as it was uploaded. */
  bytes: number
  originalName: string
  /** Of the picture held upright; null for what is no picture. */
  width: number | null
  height: number | null
  /** The renderings of a picture that are made, with their length in bytes. */
  variants: { name: string; type: string; width: number; bytes: number }[]
  rendering: (typeof renderingStates)[number]
}
