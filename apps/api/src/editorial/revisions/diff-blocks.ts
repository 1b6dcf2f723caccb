import type { Block } from '@bantin/shared/body'
import { blockText } from '@bantin/shared/body/body-text'
import type { BlockDiff, BlockForm } from '@bantin/shared/revisions'
import { diffBesideWords } from './diff-beside-words.ts'
import { type DiffBudget, diffWords } from './diff-words.ts'
import { longestCommonOrder } from './longest-common-order.ts'

/** What became of the blocks of a body, which are known by their ids: in the order of `after`, removed ones where they were. */
export function diffBlocks(before: Block[], after: Block[], budget: DiffBudget): BlockDiff[] {
  const [there, here] = [byId(before), byId(after)]
  const stays = longestCommonOrder([...there.keys()], [...here.keys()])
  const removed = removedBehind([...there.keys()], here, stays)
  const diffOf = (id: string) => diffBlock(id, there.get(id), here.get(id), stays.has(id), budget)
  const removedThere = (id: string | null) => (removed.get(id) ?? []).map(diffOf)
  return [...removedThere(null), ...[...here.keys()].flatMap((id) => [diffOf(id), ...(stays.has(id) ? removedThere(id) : [])])]
}

/** The ids that are gone, by the last one before them that stays; null for those at the beginning. */
function removedBehind(ids: string[], here: Map<string, Block>, stays: Set<string>): Map<string | null, string[]> {
  const removed = new Map<string | null, string[]>([[null, []]])
  let anchor: string | null = null
  for (const id of ids) {
    if (stays.has(id)) {
      anchor = id
      removed.set(anchor, [])
    } else if (!here.has(id)) removed.get(anchor)?.push(id)
  }
  return removed
}

function diffBlock(id: string, before: Block | undefined, after: Block | undefined, stays: boolean, budget: DiffBudget): BlockDiff {
  const words = diffWords(before ? blockText(before) : '', after ? blockText(after) : '', budget)
  const haveSameWords = words.every(({ op }) => op === 'same')
  const beside = before && after ? diffBesideWords(before, after, haveSameWords) : []
  const [was, is] = [before ? formOf(before) : null, after ? formOf(after) : null]
  const isChanged = was?.type !== is?.type || was?.level !== is?.level || !haveSameWords || beside.length > 0
  const change = !was ? 'added' : !is ? 'removed' : !stays ? 'moved' : isChanged ? 'changed' : 'same'
  return { id, type: (is ?? was)?.type ?? '', change, words, beside, before: was, after: is }
}

function formOf(block: Block): BlockForm {
  return { type: block.type, level: block.type === 'heading' ? block.attrs.level : null }
}

function byId(blocks: Block[]): Map<string, Block> {
  return new Map(blocks.map((block, place) => [block.attrs?.id ?? `#${place}`, block]))
}
