import type { Block } from './body.ts'
import { mergeOrder } from './merge-order.ts'

/** A block that both sides changed, or that one changed and the other removed (null). Without an id: the order, as ids. */
export interface BlockConflict {
  blockId?: string
  yours: unknown
  theirs: unknown
}

/** The blocks of both sides together. What stands in `blocks` beside conflicts is not for use. */
export interface MergedBlocks {
  blocks: Block[]
  conflicts: BlockConflict[]
}

/**
 * Puts two bodies together that grew from the same one, of which only the hashes are known, by id and in order: what one side changed,
 * inserted, moved or removed is taken. Blocks are known by their ids, which every block must have. `hashOf` gives two blocks the same
 * hash when they are the same.
 */
export function mergeBlocks(
  base: [id: string, hash: string][],
  theirs: Block[],
  mine: Block[],
  hashOf: (block: Block) => string,
): MergedBlocks {
  const byId = (blocks: Block[]) => new Map(blocks.map((block) => [blockId(block), { block, hash: hashOf(block) }]))
  const [before, there, here] = [new Map(base), byId(theirs), byId(mine)]
  const order = mergeOrder([...before.keys()], [...there.keys()], [...here.keys()])
  const merged: MergedBlocks = { blocks: [], conflicts: [] }
  if (order === null) merged.conflicts.push({ yours: [...here.keys()], theirs: [...there.keys()] })
  for (const id of order ?? new Set([...there.keys(), ...here.keys()])) {
    const [yours, other] = [here.get(id), there.get(id)]
    const side = sideToTake(before.get(id), other?.hash, yours?.hash)
    if (side === 'neither') merged.conflicts.push({ blockId: id, yours: yours?.block ?? null, theirs: other?.block ?? null })
    const taken = side === 'mine' ? yours : other
    if (taken) merged.blocks.push(taken.block)
  }
  return merged
}

/** Of hashes of one thing before and on both sides, undefined where it is not there: which side to take. */
export function sideToTake(base: string | undefined, theirs: string | undefined, mine: string | undefined): 'theirs' | 'mine' | 'neither' {
  if (mine === base || mine === theirs) return 'theirs'
  return theirs === base ? 'mine' : 'neither'
}

/** The id that every stored block has. */
export function blockId({ attrs }: Block): string {
  if (attrs?.id == null) throw new Error('a stored block without its id')
  return attrs.id
}
