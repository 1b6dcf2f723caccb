import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBody } from '../../test/arbitrary-body.ts'
import { textsOf } from '../../test/texts-of.ts'
import type { Block } from '../body.ts'
import { bodyFromText } from './body-from-text.ts'
import { mediaIdsOf } from './body-media.ts'
import { blockText, bodyText } from './body-text.ts'

const paragraph = (text: string): Block & { type: 'paragraph' } => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const cell = (text: string) => ({ type: 'tableCell' as const, content: [paragraph(text)] })

describe('the text of a body', () => {
  test('has every text of it, in the order in which it is read', () => {
    const model = fc.property(arbitraryBody, (body) => {
      const text = bodyText(body)
      let from = 0
      for (const part of textsOf(body)) {
        const at = text.indexOf(part, from)
        expect([part, at]).toEqual([part, expect.toSatisfy((place: number) => place >= from)])
        from = at + part.length
      }
    })
    fc.assert(model, { numRuns: 500 })
  })

  test('has blocks apart by empty lines, their parts on lines of their own, and cells apart by tabs', () => {
    const list: Block = {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph('a')] },
        { type: 'listItem', content: [paragraph('b')] },
      ],
    }
    const table: Block = {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('1'), cell('2')] },
        { type: 'tableRow', content: [cell('3'), cell('4')] },
      ],
    }
    expect(bodyText({ type: 'doc', content: [paragraph('Mở đầu'), list, table] })).toBe('Mở đầu\n\na\nb\n\n1\t2\n3\t4')
  })

  test('has the caption and the credit of a figure', () => {
    const mediaId = '01890000-0000-7000-8000-000000000001'
    expect(blockText({ type: 'figure', attrs: { mediaId, alt: 'x', credit: 'Ảnh: A' }, content: [{ type: 'text', text: 'Lễ' }] })).toBe(
      'Lễ\nẢnh: A',
    )
  })
})

test('a body of plain text has a paragraph for each block between empty lines', () => {
  expect(bodyText(bodyFromText('Một\ndòng.\r\n\r\n  \n\nHai  từ.\n'))).toBe('Một dòng.\n\nHai từ.')
})

test('the files of a body are each named once, in their order: figures, also in galleries, files and the pictures of videos', () => {
  const idOf = (n: number) => `01890000-0000-7000-8000-00000000000${n}`
  const figure = (n: number) => ({ type: 'figure' as const, attrs: { mediaId: idOf(n) } })
  const content: Block[] = [
    { type: 'video', attrs: { host: 'youtube', videoId: 'a', posterId: idOf(4) } },
    { type: 'gallery', content: [figure(2), figure(1), figure(2)] },
    { type: 'video', attrs: { host: 'youtube', videoId: 'a' } },
    { type: 'file', attrs: { mediaId: idOf(3) } },
    figure(1),
  ]
  expect(mediaIdsOf({ type: 'doc', content })).toEqual([4, 2, 1, 3].map(idOf))
})
