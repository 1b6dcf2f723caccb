import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBody, attacks, words } from '../../test/arbitrary-body.ts'
import { readHtml, textOfHtml } from '../../test/read-html.ts'
import type { Block } from '../body.ts'
import { mediaIdsOf } from './body-media.ts'
import { fillMedia, type ShownMedia } from './fill-media.ts'
import { renderBody } from './render-body.ts'

const origin = 'https://songtra.gov.vn'
const mediaId = '01890000-0000-7000-8000-000000000001'
const picture: ShownMedia = {
  kind: 'picture',
  src: `${origin}/media/1/640.jpg?a=1&b=2`,
  srcset: `${origin}/media/1/640.jpg 640w`,
  width: 640,
  height: 360,
  alt: 'Ảnh',
  type: 'image/jpeg',
  bytes: 3,
  originalName: 'a.jpg',
}
const document: ShownMedia = {
  ...picture,
  kind: 'document',
  src: '/media/1/file.pdf',
  type: 'application/pdf',
  bytes: 1_234_567,
  originalName: 'Báo cáo.pdf',
}
const fill = (block: Block, shown?: ShownMedia) =>
  fillMedia(renderBody({ type: 'doc', content: [block] }), { origin, media: new Map(shown ? [[mediaId, shown]] : []) })
const imageOf = (html: string) => readHtml(html).find(({ element }) => element?.name === 'img')?.element?.attributes
const figure = (attrs: object, caption?: string): Block => ({
  type: 'figure',
  attrs: { mediaId, ...attrs },
  ...(caption && { content: [{ type: 'text', text: caption }] }),
})
const file = (name?: string): Block => ({ type: 'file', attrs: { mediaId }, ...(name && { content: [{ type: 'text', text: name }] }) })

describe('a picture in an answer', () => {
  test('has its addresses, its size, and waits until it is needed', () => {
    expect(imageOf(fill(figure({}), picture))).toEqual({
      src: picture.src,
      srcset: picture.srcset,
      sizes: '(min-width: 48rem) 43rem, 100vw',
      width: '640',
      height: '360',
      alt: 'Ảnh',
      loading: 'lazy',
      decoding: 'async',
    })
  })

  test.each<[string, object, string | undefined, string | null, string]>([
    ['its own', { alt: 'Của hình' }, 'Chú thích', 'Của kho', 'Của hình'],
    ['those of the library', {}, 'Chú thích', 'Của kho', 'Của kho'],
    ['the caption', {}, 'Chú thích', null, 'Chú thích'],
    ['none, where it is decorative', { alt: 'Của hình', decorative: true }, 'Chú thích', 'Của kho', ''],
  ])('is described by words: %s', (_name, attrs, caption, alt, expected) => {
    expect(imageOf(fill(figure(attrs, caption), { ...picture, alt }))?.alt).toBe(expected)
  })

  test('that is not there leaves its caption', () => expect(fill(figure({}, 'Lễ'))).toBe('<figure><figcaption>Lễ</figcaption></figure>'))
})

describe('a file in an answer', () => {
  test('says how large it is, in Vietnamese numbers', () => {
    expect(fill(file('Báo cáo'), document)).toBe(
      '<figure><a href="/media/1/file.pdf" type="application/pdf">Báo cáo</a> <small>PDF, 1,2 MB</small></figure>',
    )
  })
  test('without words is called as it was uploaded', () => expect(textOfHtml(fill(file(), document))).toBe('Báo cáo.pdf PDF, 1,2 MB'))
  test.each(['audio', 'video'] as const)('that is %s can be played in place', (kind) => {
    expect(
      readHtml(fill(file('Lễ'), { ...document, kind })).find(({ element }) => element?.name === kind)?.element?.attributes,
    ).toMatchObject({ src: document.src })
  })
  test('that is not there leaves its name', () => expect(fill(file('Báo cáo'))).toBe('<figure>Báo cáo</figure>'))
})

test('links to this site become whole addresses, others stay', () => {
  const link = (href: string): Block => ({
    type: 'paragraph',
    content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
  })
  expect([fill(link('/a')), fill(link('https://a.vn/b')), fill(link('#c'))]).toEqual([
    `<p><a href="${origin}/a">x</a></p>`,
    '<p><a href="https://a.vn/b">x</a></p>',
    '<p><a href="#c">x</a></p>',
  ])
})

test.each(attacks)('what looks like ours stays text: %s', (attack) => {
  const content: Block[] = [
    { type: 'paragraph', content: [{ type: 'text', text: attack }] },
    figure({ alt: attack, credit: attack }, attack),
    file(attack),
  ]
  const html = fillMedia(renderBody({ type: 'doc', content }), { origin, media: new Map([[mediaId, picture]]) })
  expect(textOfHtml(html).split(attack)).toHaveLength(5)
  expect(imageOf(html)?.alt).toBe(attack)
})

const elements = [
  'p',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'blockquote',
  'figure',
  'figcaption',
  'small',
  'table',
  'tbody',
  'tr',
  'td',
  'th',
  'hr',
]
const inlineElements = ['strong', 'em', 'u', 'sub', 'sup', 'a', 'span', 'img', 'audio', 'video']
const attributes = [
  'start',
  'colspan',
  'rowspan',
  'href',
  'type',
  'lang',
  'src',
  'srcset',
  'sizes',
  'width',
  'height',
  'alt',
  'loading',
  'decoding',
  'controls',
  'preload',
]

test('of whatever body and whatever the library says: our elements and attributes alone, files at their addresses, nothing left to be filled', () => {
  const shown = fc.record({
    kind: fc.constantFrom('picture', 'document', 'audio', 'video'),
    alt: fc.option(words),
    originalName: words,
    type: words,
  })
  const model = fc.property(arbitraryBody, shown, (body, said) => {
    const media = new Map(mediaIdsOf(body).map((id) => [id, { ...picture, ...said, src: `${origin}/media/${id}` } as ShownMedia]))
    for (const { element } of readHtml(fillMedia(renderBody(body), { origin, media }))) {
      if (!element) continue
      expect([...elements, ...inlineElements]).toContain(element.name)
      expect(attributes).toEqual(expect.arrayContaining(Object.keys(element.attributes)))
      const { src = `${origin}/media/`, href = '#' } = element.attributes
      expect(src.startsWith(`${origin}/media/`)).toBe(true)
      expect(href).toMatch(/^(https?:\/\/|mailto:|tel:|#)/)
    }
  })
  fc.assert(model, { numRuns: 300 })
})
