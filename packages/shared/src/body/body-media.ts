import type { Block, Body } from '../body.ts'

/** Where a body names a file: a picture belongs there, or a file that is none. */
export interface MediaPlace {
  mediaId: string
  /** JSON pointer from the body on. */
  pointer: string
  takes: 'picture' | 'file'
}

/** Every place where the body names a file, in the order in which they come. */
export function mediaPlacesOf(body: Body): MediaPlace[] {
  return body.content.flatMap((block, i) => placesIn(block, `/content/${i}`))
}

/** The ids of the files that the body shows, each once, in the order in which they come. */
export function mediaIdsOf(body: Body): string[] {
  return [...new Set(mediaPlacesOf(body).map(({ mediaId }) => mediaId))]
}

function placesIn(block: Block, pointer: string): MediaPlace[] {
  switch (block.type) {
    case 'figure':
      return [{ mediaId: block.attrs.mediaId, pointer: `${pointer}/attrs/mediaId`, takes: 'picture' }]
    case 'gallery':
      return block.content.flatMap((figure, i) => placesIn(figure, `${pointer}/content/${i}`))
    case 'file':
      return [{ mediaId: block.attrs.mediaId, pointer: `${pointer}/attrs/mediaId`, takes: 'file' }]
    case 'video':
      return block.attrs.posterId == null ? [] : [{ mediaId: block.attrs.posterId, pointer: `${pointer}/attrs/posterId`, takes: 'picture' }]
    default:
      return []
  }
}
