import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBody } from '../../test/arbitrary-body.ts'
import { type Found, readHtml } from '../../test/read-html.ts'
import type { Block, Body, Inline } from '../body.ts'
import { renderBody } from './render-body.ts'
import { tidyBody } from './tidy-body.ts'

const tidied = (...content: Block[]) => tidyBody({ type: 'doc', content }, counter()).content
const paragraph = (...content: Inline): Block => ({ type: 'paragraph', content })
const text = (value: string, ...marks: ('bold' | 'italic')[]): Inline[number] => ({
  type: 'text',
  text: value,
  marks: marks.map((type) => ({ type })),
})

describe('a tidy body', () => {
  test('stays as it is', () => {
    const model = fc.property(arbitraryBody, (body) => {
      const once = tidyBody(body, counter())
      const again = tidyBody(once, () => expect.unreachable('every block has its id'))
      expect(again).toEqual(once)
    })
    fc.assert(model, { numRuns: 500 })
  })

  test('shows what the body showed: each letter in the same place under the same marks', () => {
    const model = fc.property(arbitraryBody, (body) => {
      expect(lettersOf(tidyBody(body, counter()))).toEqual(lettersOf(body))
    })
    fc.assert(model, { numRuns: 500 })
  })

  test('has an id of its own for every block, and keeps those that were there', () => {
    const withId = (id: string | null): Block => ({ type: 'paragraph', attrs: { id } })
    expect(tidied(withId('same'), withId('same'), withId(null), { type: 'rule' }).map(({ attrs }) => attrs?.id)).toEqual([
      'same',
      'new1',
      'new2',
      'new3',
    ])
  })

  test('says nothing that holds anyway, and gives ids to blocks alone', () => {
    const mediaId = '01890000-0000-7000-8000-000000000001'
    const figure = { type: 'figure' as const, attrs: { id: 'f', mediaId, alt: null, credit: null, decorative: false } }
    const cell = { type: 'tableCell' as const, attrs: { colspan: 1, rowspan: 2 }, content: [paragraph(text('a'))] as never }
    expect(
      tidied(
        { type: 'gallery', attrs: { id: 'g' }, content: [figure] },
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [cell] },
            { type: 'tableRow', content: [] },
          ],
        },
      ),
    ).toEqual([
      { type: 'gallery', attrs: { id: 'g' }, content: [{ type: 'figure', attrs: { mediaId } }] },
      {
        type: 'table',
        attrs: { id: 'new1' },
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', attrs: { rowspan: 2 }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }] },
            ],
          },
          { type: 'tableRow', content: [] },
        ],
      },
    ])
  })

  test('has one text where neighbours have the same marks, in whatever order and however often they were named', () => {
    const [block] = tidied(paragraph(text('a', 'italic', 'bold'), text('b', 'bold', 'italic', 'bold'), text('c', 'bold')))
    expect(block).toMatchObject({ content: [{ text: 'ab', marks: [{ type: 'bold' }, { type: 'italic' }] }, { text: 'c' }] })
  })

  test('is normalized where texts meet', () =>
    expect(tidied(paragraph(text('e'), text('\u0323\u0302')))).toMatchObject([{ content: [{ text: 'ệ' }] }]))

  test('has no text longer than the contract takes', () => {
    const long = 'a'.repeat(15_000)
    expect(tidied(paragraph(text(long), text(long), text('b')))).toMatchObject([{ content: [{ text: long }, { text: `${long}b` }] }])
  })
})

/** Makes ids that are not among those of the arbitrary body. */
function counter(): () => string {
  let made = 0
  return () => `new${++made}`
}

/** Every letter with what is around it: of links and languages the innermost counts, of other marks that they are there. */
function lettersOf(body: Body): string[] {
  return readHtml(renderBody(body)).flatMap(({ element, text: letters = '', around }) =>
    element?.name === 'img'
      ? [JSON.stringify(element.attributes) + placeOf(around)]
      : [...letters].map((letter) => letter + placeOf(around)),
  )
}

function placeOf(around: Found['around']): string {
  const isMark = (name: string) => ['a', 'span', 'strong', 'em', 'u', 'sub', 'sup'].includes(name)
  const marks = new Map(around.filter(({ name }) => isMark(name)).map(({ name, attributes }) => [name, attributes]))
  return JSON.stringify([around.filter(({ name }) => !isMark(name)), [...marks].sort(([one], [other]) => (one < other ? -1 : 1))])
}
