import type { Block } from '@bantin/shared/body'
import { blockText } from '@bantin/shared/body/body-text'
import { blockId, mergeBlocks } from '@bantin/shared/merge-blocks'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shortHash } from './fingerprint.ts'

const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] })
/** `a b+ c` is a body of the blocks a, b with another text, and c. */
const bodyOf = (marks: string) =>
  marks
    .split(' ')
    .filter((mark) => mark !== '')
    .map((mark) => paragraph(mark.replaceAll('+', ''), mark))
const marksOf = (blocks: Block[]) => blocks.map(blockText).join(' ')
const hashesOf = (blocks: Block[]) => blocks.map((block): [string, string] => [blockId(block), shortHash(block)])
const merge = (base: Block[], theirs: Block[], mine: Block[]) => mergeBlocks(hashesOf(base), theirs, mine, shortHash)

describe('two changes of one body', () => {
  test.each([
    ['of different blocks are both taken', 'a b c', 'a+ b c', 'a b c+', 'a+ b c+'],
    ['of which one changes nothing give the other', 'a b', 'a b', 'a+ b x', 'a+ b x'],
    ['of one block to the same text are one', 'a b', 'a+ b', 'a+ b', 'a+ b'],
    ['keep insertions where they stand', 'a b c', 'a x b c', 'a b c y', 'a x b c y'],
    ['at one place put theirs first', 'a b', 'a x b', 'a y b', 'a x y b'],
    ['at the beginning stay there', 'a', 'x a', 'a+', 'x a+'],
    ['of an empty body are both there', '', 'x', 'y', 'x y'],
    ['that remove the same block remove it', 'a b c', 'a c', 'a c', 'a c'],
    ['that remove neighbours remove both', 'a b c d', 'a c d', 'a b d', 'a d'],
    ['that remove neighbours and insert behind the other one keep both in place', 'a b c', 'b x c', 'a y c', 'y x c'],
    ['keep what was inserted behind a removed block', 'a b c', 'a c', 'a b x c', 'a x c'],
    ['take a move, and the change of what was moved', 'a b c', 'c a b', 'a b c+', 'c+ a b'],
    ['take a move, and insertions go with the block they follow', 'a b c', 'c a b', 'a b c x', 'c x a b'],
    ['that move alike are one move', 'a b c', 'c a b', 'c a b+', 'c a b+'],
    ['that insert the same block at the same place are one', 'a b', 'a x b', 'a x b+', 'a x b+'],
  ])('%s', (_name, base, theirs, mine, expected) => {
    const merged = merge(bodyOf(base), bodyOf(theirs), bodyOf(mine))
    expect([marksOf(merged.blocks), merged.conflicts]).toEqual([expected, []])
  })

  test.each([
    ['that change one block differently', 'a b', 'a+ b', 'a++ b', [{ blockId: 'a', yours: bodyOf('a++')[0], theirs: bodyOf('a+')[0] }]],
    ['of which one removes what the other changes', 'a b', 'b', 'a+ b', [{ blockId: 'a', yours: bodyOf('a+')[0], theirs: null }]],
    ['of which one changes what the other removes', 'a b', 'a+ b', 'b', [{ blockId: 'a', yours: null, theirs: bodyOf('a+')[0] }]],
    ['that move blocks differently', 'a b c', 'c a b', 'b a c', [{ yours: ['b', 'a', 'c'], theirs: ['c', 'a', 'b'] }]],
    ['that insert one id with two texts', 'a', 'a x+', 'a x++', [{ blockId: 'x', yours: bodyOf('x++')[0], theirs: bodyOf('x+')[0] }]],
    ['that insert one block at two places', 'a', 'x a', 'a x', [{ yours: ['a', 'x'], theirs: ['x', 'a'] }]],
  ])('%s contradict each other', (_name, base, theirs, mine, conflicts) => {
    expect(merge(bodyOf(base), bodyOf(theirs), bodyOf(mine)).conflicts).toEqual(conflicts)
  })
})

/** What one side does with a block of the base and with the gap behind it; the gap before the first is that of block 0. */
interface Slot {
  block: 'keep' | 'change' | 'remove'
  inserted: number
}
const side = (length: number) =>
  fc.array(fc.record({ block: fc.constantFrom<Slot['block']>('keep', 'change', 'remove'), inserted: fc.nat(2) }), {
    minLength: length,
    maxLength: length,
  })
const untouched: Slot = { block: 'keep', inserted: 0 }

/** The body after both sides' edits, written down slot by slot, in the order of `places`. */
function apply(places: number[], edits: { name: string; slots: Slot[] }[]): Block[] {
  return places.flatMap((place) => {
    const block = edits.map(({ slots }) => slots[place]?.block).find((one) => one !== 'keep') ?? 'keep'
    const own = block === 'remove' || place === 0 ? [] : [paragraph(`b${place}`, block === 'change' ? 'đã sửa' : 'như cũ')]
    const inserted = edits.flatMap(({ name, slots }) =>
      Array.from({ length: slots[place]?.inserted ?? 0 }, (_, i) => paragraph(`${name}${place}-${i}`, 'mới')),
    )
    return [...own, ...inserted]
  })
}

/** Two sides that touch different blocks and different gaps; where an insertion behind an own removal belongs is nobody's to say. */
const disjoint = fc.integer({ min: 1, max: 12 }).chain((length) => {
  const owners = fc.array(fc.boolean(), { minLength: length, maxLength: length })
  return fc.record({ a: side(length), b: side(length), blocks: owners, gaps: owners }).map(({ a, b, blocks, gaps }) => {
    const only = (slots: Slot[], isA: boolean) =>
      slots.map(({ block, inserted }, i) => {
        const own = { block: blocks[i] === isA ? block : 'keep', inserted: gaps[i] === isA ? inserted : 0 } as const
        return own.block === 'remove' ? { ...own, inserted: 0 } : own
      })
    return { length, a: only(a, true), b: only(b, false) }
  })
})

const edited = fc.integer({ min: 0, max: 6 }).chain((length) => {
  const ids = Array.from({ length }, (_, i) => `b${i}`)
  const block = fc
    .record({ id: fc.constantFrom(...ids, 'x', 'y', 'z'), text: fc.constantFrom('như cũ', 'một', 'hai') })
    .map(({ id, text }) => paragraph(id, text))
  const body = fc.uniqueArray(block, { selector: blockId, maxLength: 9 })
  return fc.record({ base: fc.constant(ids.map((id) => paragraph(id, 'như cũ'))), theirs: body, mine: body })
})

describe('merging', () => {
  test('of disjoint edits equals applying both, in either order', () => {
    const model = fc.property(disjoint, ({ length, a, b }) => {
      const places = Array.from({ length }, (_, i) => i)
      const [base, theirs, mine] = [apply(places, []), apply(places, [{ name: 'a', slots: a }]), apply(places, [{ name: 'b', slots: b }])]
      const both = apply(places, [
        { name: 'a', slots: a },
        { name: 'b', slots: b },
      ])
      expect(merge(base, theirs, mine)).toEqual({ blocks: both, conflicts: [] })
      expect(merge(base, mine, theirs)).toEqual({ blocks: both, conflicts: [] })
    })
    fc.assert(model)
  })

  test('of a reordering with edits of the blocks equals editing and then reordering, in either order', () => {
    const model = fc.property(
      disjoint.chain((edits) =>
        fc.record({
          edits: fc.constant(edits),
          order: fc.shuffledSubarray(
            Array.from({ length: edits.length - 1 }, (_, i) => i + 1),
            { minLength: edits.length - 1 },
          ),
        }),
      ),
      ({ edits: { length, a, b }, order }) => {
        const [places, moved] = [Array.from({ length }, (_, i) => i), [0, ...order]]
        const kept = a.map((slot) => (slot.block === 'remove' ? untouched : slot))
        const theirs = apply(moved, [{ name: 'a', slots: kept }])
        const mine = apply(places, [{ name: 'b', slots: b }])
        const both = apply(moved, [
          { name: 'a', slots: kept },
          { name: 'b', slots: b },
        ])
        expect(merge(apply(places, []), theirs, mine)).toEqual({ blocks: both, conflicts: [] })
        expect(merge(apply(places, []), mine, theirs)).toEqual({ blocks: both, conflicts: [] })
      },
    )
    fc.assert(model)
  })

  test('finds the same conflicts from both sides', () => {
    const model = fc.property(edited, ({ base, theirs, mine }) => {
      const sorted = (conflicts: object[]) => conflicts.map((conflict) => JSON.stringify(conflict)).sort()
      const turned = merge(base, mine, theirs).conflicts.map(({ yours, theirs: other, ...rest }) => ({
        ...rest,
        yours: other,
        theirs: yours,
      }))
      expect(sorted(merge(base, theirs, mine).conflicts)).toEqual(sorted(turned))
    })
    fc.assert(model)
  })

  test('never loses a block of either side without a conflict', () => {
    const model = fc.property(edited, ({ base, theirs, mine }) => {
      const merged = merge(base, theirs, mine)
      const there = (blocks: Block[], block: Block) => blocks.some((other) => shortHash(other) === shortHash(block))
      const named = new Set(merged.conflicts.map((conflict) => conflict.blockId))
      if (named.has(undefined)) return
      for (const [own, other] of [
        [theirs, mine],
        [mine, theirs],
      ] as const) {
        // A block may only go when this side left it as it was and the other changed or removed it.
        for (const block of own) {
          const wasReplaced = there(base, block) && !there(other, block)
          expect(there(merged.blocks, block) || wasReplaced || named.has(blockId(block))).toBe(true)
        }
      }
      expect(new Set(merged.blocks.map(blockId)).size).toBe(merged.blocks.length)
    })
    fc.assert(model)
  })
})
