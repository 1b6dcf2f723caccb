import type { Block, Inline, List, Mark, Table } from '@bantin/shared/body'
import { describe, expect, test } from 'vitest'
import { diffBlocks } from './diff-blocks.ts'
import { wholeBudget } from './diff-words.ts'

function besideOf(before: Block, after: Block) {
  const withId = (block: Block) => ({ ...block, attrs: { ...block.attrs, id: 'a' } }) as Block
  const [diff] = diffBlocks([withId(before)], [withId(after)], { steps: wholeBudget })
  return diff && [diff.change, diff.words.every(({ op }) => op === 'same'), ...diff.beside]
}

const [one, other] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'] as const
const bold: Mark = { type: 'bold' }
const link = (href: string): Mark => ({ type: 'link', attrs: { href } })
const text = (value: string, ...marks: Mark[]): Inline[number] => ({ type: 'text', text: value, ...(marks.length > 0 && { marks }) })
const paragraph = (...content: Inline) => ({ type: 'paragraph' as const, content })
const list = (...items: List['content'][number]['content'][]): List => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
})
const table = (...rows: Table['content'][number]['content'][]): Table => ({
  type: 'table',
  content: rows.map((content) => ({ type: 'tableRow', content })),
})
const cell = (words: string, attrs?: { colspan: number }) => ({
  type: 'tableCell' as const,
  ...(attrs && { attrs }),
  content: [paragraph(text(words))],
})
const figure = (mediaId: string, attrs: object = {}) => ({ type: 'figure' as const, attrs: { mediaId, ...attrs }, content: [text('Lễ')] })
const video = (videoId: string, posterId?: string): Block => ({
  type: 'video',
  attrs: { host: 'youtube', videoId, posterId: posterId ?? null },
})

describe('a block with the same words', () => {
  test.each<[string, Block, Block, string[]]>([
    ['a word that became bold', paragraph(text('thu 5 tỷ')), paragraph(text('thu '), text('5', bold), text(' tỷ')), ['marks']],
    ['another word that is bold', paragraph(text('5', bold), text(' và 5')), paragraph(text('5 và '), text('5', bold)), ['marks']],
    ['a link that leads elsewhere', paragraph(text('đây', link('/a'))), paragraph(text('đây', link('/b'))), ['links']],
    ['a link that is longer', paragraph(text('xem '), text('đây', link('/a'))), paragraph(text('xem đây', link('/a'))), ['links']],
    [
      'another language',
      paragraph(text('a', { type: 'lang', attrs: { lang: 'en' } })),
      paragraph(text('a', { type: 'lang', attrs: { lang: 'fr' } })),
      ['marks'],
    ],
    [
      'somebody else of the same name',
      paragraph({ type: 'person', attrs: { appointmentId: one, text: 'Bà A' } }),
      paragraph({ type: 'person', attrs: { appointmentId: other, text: 'Bà A' } }),
      ['links'],
    ],
    ['another picture', figure(one), figure(other), ['files']],
    ['another description', figure(one), figure(one, { alt: 'Hội trường' }), ['description']],
    ['a picture that became decorative', figure(one), figure(one, { decorative: true }), ['description']],
    [
      'pictures in another order',
      { type: 'gallery', content: [figure(one), figure(other)] },
      { type: 'gallery', content: [figure(other), figure(one)] },
      ['files'],
    ],
    ['another document', { type: 'file', attrs: { mediaId: one } }, { type: 'file', attrs: { mediaId: other } }, ['files']],
    ['another recording', video('a'), video('b'), ['files']],
    ['another picture of a recording', video('a', one), video('a', other), ['files']],
    ['cells put together', table([cell('a'), cell('')]), table([cell('a', { colspan: 2 }), cell('')]), ['shape']],
    ['a cell that heads others', table([cell('a')]), table([{ ...cell('a'), type: 'tableHeader' }]), ['shape']],
    [
      'an item that went a step deeper',
      list([paragraph(text('a'))], [paragraph(text('b'))]),
      list([paragraph(text('a')), list([paragraph(text('b'))])]),
      ['shape'],
    ],
    [
      'a list that begins elsewhere',
      { ...list([paragraph()]), type: 'orderedList' },
      { ...list([paragraph()]), type: 'orderedList', attrs: { start: 3 } },
      ['shape'],
    ],
    [
      'a line that was parted',
      { type: 'quote', content: [paragraph(text('a\nb'))] },
      { type: 'quote', content: [paragraph(text('a')), paragraph(text('b'))] },
      ['shape'],
    ],
  ])('is changed by %s', (_name, before, after, beside) => {
    expect(besideOf(before, after)).toEqual(['changed', true, ...beside])
    expect(besideOf(after, before)).toEqual(['changed', true, ...beside])
  })

  test('is the same when a mark is only written in other pieces', () => {
    expect(besideOf(paragraph(text('ab', bold)), paragraph(text('a', bold), text('b', bold, link('/a'))))).toEqual([
      'changed',
      true,
      'links',
    ])
    expect(besideOf(paragraph(text('ab', bold)), paragraph(text('a', bold), text('b', bold)))).toEqual(['same', true])
  })

  test('but another kind of list says so by its kind', () => {
    expect(besideOf(list([paragraph(text('a'))]), { ...list([paragraph(text('a'))]), type: 'orderedList' })).toEqual(['changed', true])
  })
})

describe('a block with other words', () => {
  test('says no more than that when its marks, links and parts are as many as they were', () => {
    const before = paragraph(text('thu '), text('5', bold), text(' tỷ, xem '), text('đây', link('/a')))
    const after = paragraph(text('cả năm thu '), text('6', bold), text(' tỷ, xem '), text('báo cáo', link('/a')))
    expect(besideOf(before, after)).toEqual(['changed', false])
  })

  test('says which picture, links or parts differ as well', () => {
    expect(besideOf(paragraph(text('a', link('/a'))), paragraph(text('b', link('/b'))))).toEqual(['changed', false, 'links'])
    expect(besideOf(list([paragraph(text('a'))]), list([paragraph(text('a'))], [paragraph(text('b'))]))).toEqual([
      'changed',
      false,
      'shape',
    ])
  })

  test('of tables and lists is read word by word, cell by cell and item by item', () => {
    const [diff] = diffBlocks(
      [{ ...table([cell('Xã A'), cell('12')]), attrs: { id: 't' } }],
      [{ ...table([cell('Xã A'), cell('13')]), attrs: { id: 't' } }],
      { steps: wholeBudget },
    )
    expect(diff?.words).toEqual([
      { op: 'same', text: 'Xã A\t' },
      { op: 'removed', text: '12' },
      { op: 'added', text: '13' },
    ])
  })
})
