import type { WordChange } from '@bantin/shared/revisions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords, wholeBudget } from './diff-words.ts'

const diff = (before: string, after: string, steps = wholeBudget) => diffWords(before, after, { steps })
/** `=same -removed +added`, each in brackets. */
const read = (changes: WordChange[]) => changes.map(({ op, text }) => `${{ same: '=', removed: '-', added: '+' }[op]}[${text}]`).join('')
const sideOf = (changes: WordChange[], left: WordChange['op']) =>
  changes
    .filter(({ op }) => op !== left)
    .map(({ text }) => text)
    .join('')

describe('a changed text', () => {
  test.each([
    [
      'keeps words together that were replaced together',
      'tại Ủy ban nhân dân tỉnh.',
      'tại UBND tỉnh.',
      '=[tại ]-[Ủy ban nhân dân ]+[UBND ]=[tỉnh.]',
    ],
    [
      'does not find sense in shared spaces',
      'Ông Nguyễn Văn A phát biểu',
      'Bà Trần Thị B kết luận',
      '-[Ông Nguyễn Văn A phát biểu]+[Bà Trần Thị B kết luận]',
    ],
    ['shows what was added in the middle', 'tổng kết tại tỉnh', 'tổng kết công tác tại tỉnh', '=[tổng kết ]+[công tác ]=[tại tỉnh]'],
    ['shows what was added at the end', 'thu 5 tỷ đồng', 'thu 5 tỷ đồng (tăng 5%)', '=[thu 5 tỷ đồng]+[ (tăng 5%)]'],
    ['keeps a number whole', 'thu 1.250,5 tỷ', 'thu 1.250,7 tỷ', '=[thu ]-[1.250,5 ]+[1.250,7 ]=[tỷ]'],
    ['keeps the rest of a day and of a decision’s number', 'số 12/QĐ-UBND', 'số 13/QĐ-UBND', '=[số ]-[12]+[13]=[/QĐ-UBND]'],
    ['tells a mark on another letter', 'Uỷ ban', 'Ủy ban', '-[Uỷ ]+[Ủy ]=[ban]'],
    ['tells spaces from words', 'Chi  cục Thuế', 'Chi cục Thuế', '=[Chi]-[  ]+[ ]=[cục Thuế]'],
    ['is one stretch when nothing changed', 'Như cũ.', 'Như cũ.', '=[Như cũ.]'],
    ['that came to be is added', '', 'Mới', '+[Mới]'],
    ['that is gone is removed', 'Cũ', '', '-[Cũ]'],
    ['that never was is nothing', '', '', ''],
  ])('%s', (_name, before, after, expected) => {
    expect(read(diff(before, after))).toBe(expected)
  })

  test('can be put together again from its parts, on both sides', () => {
    const words = fc.array(fc.constantFrom('Ủy', 'ban', 'tỉnh', ' ', '  ', '\n', ',', '5', '.', 'QĐ-UBND', '“', '😀'), { maxLength: 30 })
    const model = fc.property(words, words, (before, after) => {
      const [old, now] = [before.join(''), after.join('')]
      const changes = diff(old, now)
      expect([sideOf(changes, 'added'), sideOf(changes, 'removed')]).toEqual([old, now])
      expect(changes.every(({ text }, i) => text !== '' && changes[i - 1]?.op !== changes[i]?.op)).toBe(true)
    })
    fc.assert(model)
  })
})

describe('a comparison that would take long', () => {
  const text = (name: string, length: number) => Array.from({ length }, (_, i) => `${name}${i}`).join(' ')

  test('because the text is too long is not made: all is removed and added', () => {
    const long = text('chữ', 5000)
    expect(diff(long, `${long} thêm`).map(({ op }) => op)).toEqual(['removed', 'added'])
  })

  test('because everything differs ends at its bound', () => {
    const [before, after] = [`giữ ${text('a', 1000)} giữ`, `giữ ${text('b', 1000)} giữ`]
    expect(diff(before, after).map(({ op }) => op)).toEqual(['removed', 'added'])
  })

  test('because many texts differ ends when all of them have had their share', () => {
    const budget = { steps: 20_000 }
    const ops = Array.from({ length: 10 }, () => diffWords(`giữ ${text('a', 40)}`, `giữ ${text('b', 40)}`, budget).map(({ op }) => op))
    expect(ops.at(0)).toEqual(['same', 'removed', 'added'])
    expect(ops.at(-1)).toEqual(['removed', 'added'])
    expect(budget.steps).toBeLessThan(6400)
  })
})
