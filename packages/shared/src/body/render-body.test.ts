import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBody } from '../../test/arbitrary-body.ts'
import { readHtml, textOfHtml } from '../../test/read-html.ts'
import { textsOf } from '../../test/texts-of.ts'
import type { Block, Body, Inline, ListItem } from '../body.ts'
import { watchAddress } from '../video-hosts.ts'
import { renderBody } from './render-body.ts'

const id = '01890000-0000-7000-8000-000000000001'
const other = '01890000-0000-7000-8000-000000000002'
const html = (...content: Block[]) => renderBody({ type: 'doc', content })
const line = (text: string): Inline => [{ type: 'text', text }]
const paragraph = (text: string): Block & { type: 'paragraph' } => ({ type: 'paragraph', content: line(text) })
const item = (...content: ListItem['content']): ListItem => ({ type: 'listItem', content })

const nodes: [string, Block, string][] = [
  ['a paragraph', paragraph('Một & hai'), '<p>Một &amp; hai</p>'],
  ['an empty paragraph', { type: 'paragraph' }, '<p></p>'],
  ['a heading', { type: 'heading', attrs: { level: 3 }, content: line('Đầu đề') }, '<h3>Đầu đề</h3>'],
  [
    'a list in a list, each as tight as it was written',
    {
      type: 'bulletList',
      content: [item(paragraph('a'), { type: 'orderedList', content: [item(paragraph('b'))] }), item(paragraph('c'), paragraph('d'))],
    },
    '<ul><li>a<ol><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>',
  ],
  [
    'a list that begins elsewhere',
    { type: 'orderedList', attrs: { start: 5 }, content: [item(paragraph('e'))] },
    '<ol start="5"><li>e</li></ol>',
  ],
  ['a quote', { type: 'quote', content: [paragraph('Trích'), paragraph('tiếp')] }, '<blockquote><p>Trích</p><p>tiếp</p></blockquote>'],
  [
    'a figure',
    { type: 'figure', attrs: { mediaId: id, alt: 'Một "hội trường"', credit: 'Ảnh: A' }, content: line('Hội trường') },
    `<figure><img src="media:${id}" alt="Một &quot;hội trường&quot;"><figcaption>Hội trường <small>Ảnh: A</small></figcaption></figure>`,
  ],
  ['a figure without words', { type: 'figure', attrs: { mediaId: id } }, `<figure><img src="media:${id}" data-caption=""></figure>`],
  [
    'a decorative figure, whatever alt it has',
    { type: 'figure', attrs: { mediaId: id, alt: 'Hoa văn', decorative: true } },
    `<figure><img src="media:${id}" alt=""></figure>`,
  ],
  [
    'a gallery',
    {
      type: 'gallery',
      content: [
        { type: 'figure', attrs: { mediaId: id, alt: 'a' } },
        { type: 'figure', attrs: { mediaId: other, alt: 'b' } },
      ],
    },
    `<figure><figure><img src="media:${id}" alt="a"></figure><figure><img src="media:${other}" alt="b"></figure></figure>`,
  ],
  [
    'a table',
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [paragraph('Năm')] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', attrs: { rowspan: 3 }, content: [paragraph('1'), paragraph('2')] }] },
        { type: 'tableRow', content: [] },
      ],
    },
    '<table><tr><th colspan="2">Năm</th></tr><tr><td rowspan="3"><p>1</p><p>2</p></td></tr><tr></tr></table>',
  ],
  [
    'a file',
    { type: 'file', attrs: { mediaId: id }, content: line('Báo cáo <1>') },
    `<figure><a href="media:${id}">Báo cáo &lt;1&gt;</a></figure>`,
  ],
  [
    'a video',
    { type: 'video', attrs: { host: 'youtube', videoId: 'abc-_12' }, content: line('Lễ') },
    '<figure><a href="https://www.youtube.com/watch?v=abc-_12">https://www.youtube.com/watch?v=abc-_12</a><figcaption>Lễ</figcaption></figure>',
  ],
  [
    'a video with a picture but no words: the link still has some',
    { type: 'video', attrs: { host: 'vimeo', videoId: '7', posterId: id } },
    `<figure><a href="https://vimeo.com/7"><img src="media:${id}" data-caption="https://vimeo.com/7"></a></figure>`,
  ],
  ['a rule', { type: 'rule' }, '<hr>'],
]

describe('rendering', () => {
  test.each(nodes)('makes HTML of %s', (_name, block, expected) => expect(html(block)).toBe(expected))

  test('puts blocks on lines of their own', () => expect(html(paragraph('a'), { type: 'rule' })).toBe('<p>a</p>\n<hr>'))

  test('knows all marks, the first one outermost', () => {
    const marks = ['bold', 'italic', 'underline', 'subscript', 'superscript'] as const
    const content: Inline = [
      {
        type: 'text',
        text: 'x',
        marks: [
          { type: 'link', attrs: { href: '/a?b&c' } },
          { type: 'lang', attrs: { lang: 'en' } },
        ],
      },
      { type: 'text', text: 'y', marks: marks.map((type) => ({ type })) },
    ]
    expect(html({ type: 'paragraph', content })).toBe(
      '<p><a href="/a?b&amp;c"><span lang="en">x</span></a><strong><em><u><sub><sup>y</sup></sub></u></em></strong></p>',
    )
  })

  test('makes one link of one with a bold word, two of two that lead elsewhere, and of people plain words', () => {
    const link = (href: string) => ({ type: 'link' as const, attrs: { href } })
    const content: Inline = [
      { type: 'text', text: 'số ', marks: [link('/a')] },
      { type: 'text', text: '12', marks: [link('/a'), { type: 'bold' }] },
      { type: 'text', text: ' cũ', marks: [link('/b')] },
      { type: 'person', attrs: { appointmentId: id, text: 'Bà <A>' } },
    ]
    expect(html({ type: 'paragraph', content })).toBe('<p><a href="/a">số <strong>12</strong></a><a href="/b"> cũ</a>Bà &lt;A&gt;</p>')
  })
})

const elements: Record<string, string[]> = {
  ...Object.fromEntries(['p', 'h2', 'h3', 'h4', 'ul', 'li', 'blockquote', 'figure', 'figcaption', 'small'].map((name) => [name, []])),
  ...Object.fromEntries(['table', 'tbody', 'tr', 'hr', 'strong', 'em', 'u', 'sub', 'sup'].map((name) => [name, []])),
  ol: ['start'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  a: ['href'],
  span: ['lang'],
  img: ['src', 'alt', 'data-caption'],
}

test('of whatever body: a parser finds our elements and attributes alone, links that lead where they may, and every text as it was', () => {
  const spaceless = (text: string) => text.replace(/\s/g, '')
  const model = fc.property(arbitraryBody, (body) => {
    const rendered = renderBody(body)
    for (const { element } of readHtml(rendered)) {
      if (!element) continue
      expect(Object.keys(elements)).toContain(element.name)
      expect(elements[element.name]).toEqual(expect.arrayContaining(Object.keys(element.attributes)))
      if (element.attributes.href !== undefined) expect(element.attributes.href).toMatch(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#|media:)/)
      if (element.attributes.src !== undefined) expect(element.attributes.src).toMatch(/^media:[0-9a-f-]{36}$/)
    }
    expect(spaceless(textOfHtml(rendered))).toBe(spaceless(textsOf(withAddresses(body)).join('')))
  })
  fc.assert(model, { numRuns: 500 })
})

/** A video without a picture shows its address. */
function withAddresses(body: Body): Body {
  const shown = body.content.flatMap((block): Block[] =>
    block.type === 'video' && block.attrs.posterId == null
      ? [paragraph(watchAddress(block.attrs.host, block.attrs.videoId)), block]
      : [block],
  )
  return { type: 'doc', content: shown }
}
