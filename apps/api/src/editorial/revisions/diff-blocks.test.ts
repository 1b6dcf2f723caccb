import type { Block } from '@bantin/shared/body'
import { maxBlocks } from '@bantin/shared/body/bounds'
import type { BlockDiff } from '@bantin/shared/revisions'
import { describe, expect, test } from 'vitest'
import { diffBlocks } from './diff-blocks.ts'
import { wholeBudget } from './diff-words.ts'

const diff = (before: Block[], after: Block[]) => diffBlocks(before, after, { steps: wholeBudget })
const paragraph = (id: string, text = `đoạn ${id}`): Block => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] })
const heading = (id: string, level: number, text = `tít ${id}`): Block => ({
  type: 'heading',
  attrs: { id, level },
  content: [{ type: 'text', text }],
})
const bodyOf = (ids: string) => [...ids].map((id) => paragraph(id))
const read = (diffs: BlockDiff[]) => diffs.map(({ id, change }) => `${id} ${change}`)

describe('the blocks of two bodies', () => {
  test('that did not change are all there, the same', () => {
    expect(read(diff(bodyOf('abc'), bodyOf('abc')))).toEqual(['a same', 'b same', 'c same'])
  })

  test('are in the order of the second, removed ones where they were', () => {
    expect(read(diff(bodyOf('xabyc'), bodyOf('anbc')))).toEqual(['x removed', 'a same', 'n added', 'b same', 'y removed', 'c same'])
  })

  test('that were moved are few: the others stay', () => {
    expect(read(diff(bodyOf('abcde'), bodyOf('eabcd')))).toEqual(['e moved', 'a same', 'b same', 'c same', 'd same'])
  })

  test('that changed say which words', () => {
    expect(diff([paragraph('a', 'thu 5 tỷ')], [paragraph('a', 'thu 6 tỷ')])).toEqual([
      {
        id: 'a',
        type: 'paragraph',
        change: 'changed',
        words: [
          { op: 'same', text: 'thu ' },
          { op: 'removed', text: '5 ' },
          { op: 'added', text: '6 ' },
          { op: 'same', text: 'tỷ' },
        ],
        beside: [],
        before: { type: 'paragraph', level: null },
        after: { type: 'paragraph', level: null },
      },
    ])
  })

  test('that were moved and changed say so by their words', () => {
    const [moved] = diff([paragraph('a'), paragraph('b'), paragraph('c', 'cũ')], [paragraph('c', 'mới'), paragraph('a'), paragraph('b')])
    expect(moved).toMatchObject({ id: 'c', change: 'moved', words: [{ op: 'removed' }, { op: 'added' }] })
  })

  test('that became a heading, or one of another level, are changed though their words are the same', () => {
    const changes = diff([paragraph('a', 'x'), heading('b', 2, 'y')], [heading('a', 3, 'x'), heading('b', 4, 'y')])
    expect(changes).toMatchObject([
      { type: 'heading', change: 'changed', words: [{ op: 'same' }], before: { type: 'paragraph', level: null }, after: { level: 3 } },
      { type: 'heading', change: 'changed', words: [{ op: 'same' }], before: { level: 2 }, after: { level: 4 } },
    ])
  })

  test('that were replaced throughout are removed and added', () => {
    expect(diff([heading('a', 2, 'cũ')], [paragraph('b', 'mới')])).toMatchObject([
      { id: 'a', type: 'heading', change: 'removed', words: [{ op: 'removed', text: 'cũ' }], before: { level: 2 }, after: null },
      { id: 'b', type: 'paragraph', change: 'added', words: [{ op: 'added', text: 'mới' }], before: null },
    ])
  })

  test('of a quote are read line by line', () => {
    const quote = (...lines: string[]): Block => ({
      type: 'quote',
      attrs: { id: 'q' },
      content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    })
    expect(diff([quote('một', 'hai')], [quote('một', 'ba', 'hai')])).toMatchObject([
      {
        words: [
          { op: 'same', text: 'một\n' },
          { op: 'added', text: 'ba\n' },
          { op: 'same', text: 'hai' },
        ],
      },
    ])
  })

  test('as many as there may be, all turned round and all changed, are compared within the budget', () => {
    const many = (word: string) => Array.from({ length: maxBlocks }, (_, i) => paragraph(`b${i}`, `${word} ${i} ${word.repeat(i % 7)} hết`))
    const budget = { steps: wholeBudget }
    const diffs = diffBlocks(many('một'), many('hai').reverse(), budget)
    expect(diffs).toHaveLength(maxBlocks)
    expect(diffs.filter(({ change }) => change === 'changed')).toHaveLength(1)
    expect(budget.steps).toBeGreaterThan(0)
  })
})
