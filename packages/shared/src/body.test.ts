import { describe, expect, test } from 'vitest'
import { bodyFromText } from './body/body-from-text.ts'
import { bodyText } from './body/body-text.ts'
import { renderBody } from './body/render-body.ts'
import { tidyBody } from './body/tidy-body.ts'
import type { Body } from './body.ts'

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
const body: Body = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Đầu đề' }] },
    paragraph('Một & hai'),
    { type: 'quote', content: [paragraph('Trích'), paragraph('tiếp')] },
    { type: 'paragraph' },
  ],
}

describe('a body', () => {
  test('becomes plain HTML', () => {
    expect(renderBody(body)).toBe('<h2>Đầu đề</h2>\n<p>Một &amp; hai</p>\n<blockquote><p>Trích</p><p>tiếp</p></blockquote>\n<p></p>')
  })

  test('becomes text without losing a character of it', () => expect(bodyText(body)).toBe('Đầu đề\n\nMột & hai\n\nTrích\ntiếp\n\n'))

  test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "';alert(1)//", '</p><svg/onload=alert(1)>'])(
    'escapes %s in every node',
    (attack) => {
      const hostile: Body = {
        type: 'doc',
        content: [
          paragraph(attack),
          { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: attack }] },
          { type: 'quote', content: [paragraph(attack)] },
        ],
      }
      expect(renderBody(hostile).replace(/<\/?(p|h3|blockquote)>/g, '')).not.toMatch(/[<>"']/)
    },
  )

  test('gives every block an id of its own and keeps those it has', () => {
    let made = 0
    const twice: Body = {
      type: 'doc',
      content: [{ ...paragraph('a'), attrs: { id: 'same' } }, { ...paragraph('b'), attrs: { id: 'same' } }, paragraph('c')],
    }
    const ids = tidyBody(twice, () => `new${++made}`).content.map((block) => block.attrs?.id)
    expect(ids).toEqual(['same', 'new1', 'new2'])
  })

  test('of plain text has a paragraph for each block between empty lines', () => {
    const made = bodyFromText('Một\ndòng.\r\n\r\n  \n\nHai  từ.\n')
    expect(bodyText(made)).toBe('Một dòng.\n\nHai từ.')
  })
})
