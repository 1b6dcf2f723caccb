import type { Body } from '@bantin/shared/body'
import { expect, test } from 'vitest'
import { toBody, toPlainBlocks } from './plain-blocks.ts'

const text = (value: string) => [{ type: 'text' as const, text: value }]

const body: Body = {
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { id: 'p1' }, content: text('Chi cục Thuế họp giao ban.') },
    { type: 'heading', attrs: { id: 'h1', level: 3 }, content: [...text('Kết '), ...text('quả')] },
    {
      type: 'quote',
      attrs: { id: 'q1' },
      content: [
        { type: 'paragraph', attrs: { id: 'q1a' }, content: text('Dòng một') },
        { type: 'paragraph', content: text('Dòng hai') },
      ],
    },
  ],
}

test('a body that is read and written unchanged is the same, node by node', () => {
  const again = toBody(toPlainBlocks(body))
  expect(again).toEqual(body)
  expect(again.content[1]).toBe(body.content[1])
})

test('a changed block keeps its id, the others stay the same nodes', () => {
  const blocks = toPlainBlocks(body).map((block) => (block.id === 'h1' ? { ...block, text: 'Kết quả năm' } : block))
  const { content } = toBody(blocks)
  expect(content[1]).toEqual({ type: 'heading', attrs: { id: 'h1', level: 3 }, content: text('Kết quả năm') })
  expect(content[0]).toBe(body.content[0])
})

test('a quote that grows keeps the paragraphs that did not change, with their ids', () => {
  const blocks = toPlainBlocks(body).map((block) => (block.id === 'q1' ? { ...block, text: `${block.text}\nDòng ba` } : block))
  expect(toBody(blocks).content[2]).toMatchObject({
    content: [{ attrs: { id: 'q1a' }, content: text('Dòng một') }, { content: text('Dòng hai') }, { content: text('Dòng ba') }],
  })
})

test('a missing or repeated block id is replaced, so that no two blocks share one', () => {
  const [first] = body.content
  const blocks = toPlainBlocks({ type: 'doc', content: [first, first, { type: 'paragraph' }] as Body['content'] })
  expect(blocks[0]?.id).toBe('p1')
  expect(new Set(blocks.map((block) => block.id)).size).toBe(3)
})

test('blank blocks are left out of the body, and an empty body still has a block to write in', () => {
  const blocks = toPlainBlocks({ type: 'doc', content: [] })
  expect(blocks).toHaveLength(1)
  expect(toBody([...blocks, { id: 'x', kind: 'quote', text: ' \n ' }])).toEqual({ type: 'doc', content: [] })
})

test('no written text node is empty, longer than the contract allows or ends inside a character', () => {
  const long = `x${'🌾'.repeat(25_000)}`
  const written = toBody([
    { id: 'a', kind: 'paragraph', text: long },
    { id: 'b', kind: 'quote', text: 'Một\n\nHai' },
  ])
  const [paragraph, quote] = written.content as unknown as [{ content: { text: string }[] }, { content: unknown[] }]
  const pieces = paragraph.content.map((node) => node.text)
  expect(pieces.join('')).toBe(long)
  expect(pieces.every((piece) => piece.length > 0 && piece.length <= 20_000 && piece.isWellFormed())).toBe(true)
  expect(quote.content).toHaveLength(2)
})
