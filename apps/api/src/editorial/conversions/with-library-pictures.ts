import type { Block, Figure } from '@bantin/shared/body'
import { blockText } from '@bantin/shared/body/body-text'
import type { Conversion, Dropped } from '@bantin/shared/conversions'
import type { MediaItem } from '@bantin/shared/media'
import type { Converted } from './order.ts'

/** The conversion with the library's pictures in the places of those that were found; of one that it did not take the caption stays. */
export function withLibraryPictures(
  { body, dropped, ...converted }: Omit<Converted, 'pictures'>,
  added: ReadonlyMap<string, MediaItem | null>,
): Conversion {
  const lost: Figure[] = []
  const content = body.content.flatMap((block): Block[] => {
    const item = block.type === 'figure' ? added.get(block.attrs.mediaId) : undefined
    if (block.type !== 'figure' || (item !== null && item?.kind === 'picture')) return [withId(block, item)]
    lost.push(block)
    return block.content ? [{ type: 'paragraph', content: block.content }] : []
  })
  const known = [...added.values()].filter((item): item is MediaItem => item !== null && item.kind === 'picture')
  const media = [...new Map(known.map((item) => [item.id, item])).values()]
  return { ...converted, body: { type: 'doc', content }, dropped: lost.length > 0 ? withLost(dropped, lost) : dropped, media }
}

function withId(block: Block, item: MediaItem | null | undefined): Block {
  return block.type === 'figure' && item ? { ...block, attrs: { ...block.attrs, mediaId: item.id } } : block
}

function withLost(dropped: Dropped[], lost: Figure[]): Dropped[] {
  const before = dropped.find(({ what }) => what === 'picture')
  const sample = before?.sample ?? lost.map((figure) => figure.attrs.alt ?? blockText(figure)).find((words) => words !== '') ?? null
  const pictures = { what: 'picture', count: (before?.count ?? 0) + lost.length, sample }
  return [...dropped.filter((each) => each !== before), pictures].sort((one, other) => other.count - one.count)
}
