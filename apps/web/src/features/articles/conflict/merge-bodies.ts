import type { Block, Body } from '@bantin/shared/body'
import { blockId, mergeBlocks } from '@bantin/shared/merge-blocks'
import { canonical } from '../form/article-values.ts'

/** Three states of one text; see `ThreeWays`. */
export interface Bodies {
  base: Body
  mine: Body
  theirs: Body
}

/** One block, or the order of all. */
export type BodyPlace = `body/${string}`
export const orderPlace: BodyPlace = 'body/'

export function blockPlace(id: string): BodyPlace {
  return `body/${id}`
}

/** Both sides' changes of the text together. Where they contradict each other theirs is taken, but at the places that are to be kept as mine. */
export function mergeBodies({ base, mine, theirs }: Bodies, keepMine: readonly string[] = []): { body: Body; contradicting: BodyPlace[] } {
  const before = new Map(base.content.map((block) => [blockId(block), canonical(block)]))
  const { blocks, conflicts } = mergeBlocks([...before], theirs.content, mine.content, canonical)
  const contradicting = conflicts.map((conflict) => (conflict.blockId === undefined ? orderPlace : blockPlace(conflict.blockId)))
  const kept = contradicting.filter((place) => keepMine.includes(place))
  if (kept.length === 0) return { body: { type: 'doc', content: blocks }, contradicting }
  const chosen = mergeBlocks([...asIfOnlyMine(before, theirs, kept)], theirs.content, mine.content, canonical).blocks
  const content = kept.includes(orderPlace) ? inOrderOf(chosen, mine.content.map(blockId)) : chosen
  return { body: { type: 'doc', content }, contradicting }
}

/** The base as it would be had they changed nothing at these places: then mine is the only change there. */
function asIfOnlyMine(before: Map<string, string>, theirs: Body, places: readonly BodyPlace[]): Map<string, string> {
  const adjusted = new Map(before)
  for (const block of theirs.content) if (places.includes(blockPlace(blockId(block)))) adjusted.set(blockId(block), canonical(block))
  const there = new Set(theirs.content.map(blockId))
  for (const id of before.keys()) if (places.includes(blockPlace(id)) && !there.has(id)) adjusted.delete(id)
  return adjusted
}

/** The blocks in this order; one that it does not name stays behind the one that it followed. */
function inOrderOf(blocks: Block[], ids: string[]): Block[] {
  const place = new Map(ids.map((id, index) => [id, index]))
  let last = -1
  return blocks
    .map((block) => {
      last = place.get(blockId(block)) ?? last
      return { block, last }
    })
    .sort((a, b) => a.last - b.last)
    .map(({ block }) => block)
}
