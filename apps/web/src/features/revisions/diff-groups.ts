import type { BlockDiff } from '@bantin/shared/revisions'

/** Blocks that are the same one after the other, or one that is not. */
export type DiffGroup = { same: BlockDiff[] } | { changed: BlockDiff }

/** The blocks of a comparison, with those that did not change put together: who compares looks for what did. */
export function groupBlocks(blocks: readonly BlockDiff[]): DiffGroup[] {
  const groups: DiffGroup[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.change !== 'same') groups.push({ changed: block })
    else if (last && 'same' in last) last.same.push(block)
    else groups.push({ same: [block] })
  }
  return groups
}

/** What is said of a block that is in both: that it moved, was rewritten, or both. */
export function changesOf({ change, words, beside, before, after }: BlockDiff): ('moved' | 'changed')[] {
  const isRewritten = beside.length > 0 || words.some(({ op }) => op !== 'same')
  const differs = isRewritten || before?.type !== after?.type || before?.level !== after?.level
  return [...(change === 'moved' ? (['moved'] as const) : []), ...(differs ? (['changed'] as const) : [])]
}
