import type { BlockDiff } from '@bantin/shared/revisions'
import { expect, test } from 'vitest'
import { changesOf, groupBlocks } from './diff-groups.ts'

const paragraph = { type: 'paragraph', level: null }

function block(id: string, part: Partial<BlockDiff> = {}): BlockDiff {
  return {
    id,
    type: 'paragraph',
    change: 'same',
    words: [{ op: 'same', text: id }],
    beside: [],
    before: paragraph,
    after: paragraph,
    ...part,
  }
}

test('what did not change is put together between what did, in the order of the text', () => {
  const groups = groupBlocks([block('a'), block('b'), block('c', { change: 'added', before: null }), block('d')])
  expect(groups.map((group) => ('same' in group ? group.same.map(({ id }) => id) : group.changed.id))).toEqual([['a', 'b'], 'c', ['d']])
})

test('a block that moved may have been rewritten as well, or made a heading', () => {
  expect(changesOf(block('a', { change: 'moved' }))).toEqual(['moved'])
  expect(changesOf(block('a', { change: 'moved', words: [{ op: 'added', text: 'a' }] }))).toEqual(['moved', 'changed'])
  expect(changesOf(block('a', { change: 'moved', beside: ['links'] }))).toEqual(['moved', 'changed'])
  expect(changesOf(block('a', { change: 'changed', after: { type: 'heading', level: 2 } }))).toEqual(['changed'])
})
