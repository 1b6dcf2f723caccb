import { isDeepStrictEqual } from 'node:util'
import type { FieldDiff, RevisionDiff } from '@bantin/shared/revisions'
import { contentFields, type RevisionContent } from '../../publication/revisions.ts'
import { diffBlocks } from './diff-blocks.ts'
import { type DiffBudget, diffWords, wholeBudget } from './diff-words.ts'

/** What differs between two contents: the fields that do, and all blocks of both bodies. Bounded in time, whatever they say. */
export function diffContent(before: RevisionContent, after: RevisionContent): Pick<RevisionDiff, 'fields' | 'blocks'> {
  const budget = { steps: wholeBudget }
  return { fields: diffFields(before, after, budget), blocks: diffBlocks(before.body.content, after.body.content, budget) }
}

function diffFields(before: RevisionContent, after: RevisionContent, budget: DiffBudget): FieldDiff[] {
  return contentFields.flatMap((name): FieldDiff[] => {
    if (name === 'body' || isDeepStrictEqual(before[name], after[name])) return []
    if (name !== 'title' && name !== 'kicker' && name !== 'sapo') return [{ name, before: before[name], after: after[name] }]
    return [{ name, words: diffWords(before[name] ?? '', after[name] ?? '', budget) }]
  })
}
