import type { Block, Body } from '../body.ts'

/** The ids of the files that the body shows, each once, in the order in which they come. */
export function mediaIdsOf(body: Body): string[] {
  return [...new Set(body.content.flatMap(idsIn))]
}

function idsIn(block: Block): string[] {
  switch (block.type) {
    case 'figure':
    case 'file':
      return [block.attrs.mediaId]
    case 'gallery':
      return block.content.flatMap(idsIn)
    case 'video':
      return block.attrs.posterId == null ? [] : [block.attrs.posterId]
    default:
      return []
  }
}
