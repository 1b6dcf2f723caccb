import type { WordChange } from '@bantin/shared/revisions'
import { diffArrays } from 'diff'

/** How much work one comparison may still be: the steps of Myers' algorithm, which grow with the square of what differs. */
export interface DiffBudget {
  steps: number
}

/** Some tenths of a second on a slow machine; a text that was rewritten throughout takes less. */
export const wholeBudget = 1_000_000

const longestText = 20_000
const mostEdits = 1000

const segmenter = new Intl.Segmenter('vi', { granularity: 'word' })

/**
 * What became of a text, word by word: in Vietnamese syllable by syllable, with numbers and signs apart. Texts that are too long, or
 * too different for what is left of the budget, are given as removed and added in whole.
 */
export function diffWords(before: string, after: string, budget: DiffBudget): WordChange[] {
  if (before === after) return join([{ op: 'same', text: after }])
  const whole = [change('removed', before), change('added', after)]
  const maxEditLength = Math.min(mostEdits, Math.floor(Math.sqrt(2 * budget.steps)))
  const isTooLong = before.length > longestText || after.length > longestText
  if (before === '' || after === '' || isTooLong || maxEditLength < 2) return join(whole)
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const found = diffArrays(textsOf(old), textsOf(now), { maxEditLength })
  const edits = found?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) ?? maxEditLength
  budget.steps = Math.max(0, budget.steps - (edits * edits) / 2)
  return join(found ? withSpaces(found, old, now) : whole)
}

interface Word {
  text: string
  /** What stands between it and the next word: no reason to call the words themselves different. */
  space: string
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { segment } of segmenter.segment(text)) {
    const last = words.at(-1)
    if (last && segment.trim() === '') last.space += segment
    else words.push({ text: segment, space: '' })
  }
  return words
}

function textsOf(words: Word[]): string[] {
  return words.map((word) => word.text)
}

function withSpaces(found: ReturnType<typeof diffArrays<string>>, old: Word[], now: Word[]): WordChange[] {
  const changes: WordChange[] = []
  let [inOld, inNow] = [0, 0]
  for (const { added, removed, count } of found) {
    for (let i = 0; i < count; i++) {
      const [left, right] = [added ? undefined : old[inOld++], removed ? undefined : now[inNow++]]
      if (left && right) changes.push(change('same', right.text), ...spaceChanges(left.space, right.space))
      else if (left) changes.push(change('removed', left.text + left.space))
      else if (right) changes.push(change('added', right.text + right.space))
    }
  }
  return changes
}

function spaceChanges(before: string, after: string): WordChange[] {
  return before === after ? [change('same', after)] : [change('removed', before), change('added', after)]
}

/** Neighbours of one kind as one; between two stretches that stay, what was removed stands before what was added. */
function join(changes: WordChange[]): WordChange[] {
  const joined: WordChange[] = []
  let [removed, added, same] = ['', '', '']
  const flush = () => {
    if (same) joined.push(change('same', same))
    if (removed) joined.push(change('removed', removed))
    if (added) joined.push(change('added', added))
    removed = added = same = ''
  }
  for (const { op, text } of changes) {
    if (op === 'same' && text !== '' && (removed || added)) flush()
    if (op === 'same') same += text
    if (op === 'removed') removed += text
    if (op === 'added') added += text
  }
  flush()
  return joined
}

function change(op: WordChange['op'], text: string): WordChange {
  return { op, text }
}
