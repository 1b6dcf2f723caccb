import { sameValue } from '../form/article-values.ts'
import type { PlainBlock } from './plain-blocks.ts'

/**
 * The blocks of another text in place of those under edit. A block that says the same is the one that was there. Blank ones, which no
 * body holds, stay behind the block that they follow: somebody is about to write there. The one of an empty text stays only if that is
 * what is placed.
 */
export function placeBlocks(live: PlainBlock[], placed: PlainBlock[]): PlainBlock[] {
  const known = new Map(live.map((block) => [block.id, block]))
  const blocks = placed.map((block) => {
    const before = known.get(block.id)
    return before && before.kind === block.kind && sameValue(before.text, block.text) ? before : block
  })
  const there = new Set(blocks.map(({ id }) => id))
  const isEmpty = live.every(({ text }) => text.trim() === '')
  if (isEmpty && placed.some(({ text }) => text !== '')) return blocks
  for (const [index, block] of live.entries()) {
    if (there.has(block.id) || block.text.trim() !== '') continue
    const previous = live.slice(0, index).findLast(({ id }) => there.has(id))
    blocks.splice(previous ? blocks.findIndex(({ id }) => id === previous.id) + 1 : 0, 0, block)
    there.add(block.id)
  }
  const written = blocks.filter((block) => known.has(block.id) || block.text !== '')
  return written.length > 0 ? written : blocks
}

/** Where the caret goes when its block is no more: the block that takes its place. */
export function neighbourOf(live: PlainBlock[], id: string, left: PlainBlock[]): PlainBlock | undefined {
  const there = new Map(left.map((block) => [block.id, block]))
  const index = live.findIndex((block) => block.id === id)
  const next = live.slice(index).find((block) => there.has(block.id)) ?? live.slice(0, index).findLast((block) => there.has(block.id))
  return next ? there.get(next.id) : left[0]
}
