import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBody } from '../test/arbitrary-body.ts'
import { maxBlocks, maxListDepth } from './body/bounds.ts'
import { tidyBody } from './body/tidy-body.ts'
import { Body, type List } from './body.ts'

// As the API compiles it.
const isBody = new Ajv({ useDefaults: true, allowUnionTypes: true, verbose: true, allErrors: false }).compile(Body)
const accepts = (...content: unknown[]) => isBody({ type: 'doc', content })
const paragraph = (content?: unknown[], rest: object = {}) => ({ type: 'paragraph', ...(content && { content }), ...rest })
const link = (href: unknown) => paragraph([{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }])
const mediaId = '01890000-0000-7000-8000-000000000001'

test('the contract takes every body of its own, and its tidy form', () => {
  const model = fc.property(arbitraryBody, (body) => {
    let made = 0
    expect([isBody(body), isBody(tidyBody(body, () => `n${++made}`))]).toEqual([true, true])
  })
  fc.assert(model, { numRuns: 300 })
})

describe('a link leads', () => {
  test.each([
    'https://a.vn',
    'http://a.vn:8080/b?c#d',
    'https://người.vn/đường',
    'mailto:a@b.vn',
    'tel:+84(0)236.3-112',
    '/',
    '/a/b?c',
    '#muc-1',
  ])('to %s', (href) => expect(accepts(link(href))).toBe(true))

  test.each([
    ...[
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
    ],
    ...[
      '//evil.vn',
      '/\\evil.vn',
      '\\\\evil.vn',
      '/\t/evil.vn',
      'https://',
      'https:///evil.vn',
      'https:\\\\evil.vn',
      'https:evil.vn',
      'ftp://a.vn',
    ],
    ...[
      'a.vn',
      '',
      'https://a.vn/ b',
      'https://a.vn/\u0000',
      '/a\u0001b',
      '/a\u007f',
      '/a\u0085',
      '/a\u2028',
      'tel:112;ext=javascript:',
      `/${'a'.repeat(2000)}`,
      null,
      1,
    ],
  ])('never to %j', (href) => expect(accepts(link(href))).toBe(false))
})

describe('is refused', () => {
  const nested = (depth: number): List => ({
    type: 'bulletList',
    content: [{ type: 'listItem', content: depth > 1 ? [nested(depth - 1)] : [{ type: 'paragraph' }] }],
  })
  const cell = (content: unknown) => ({
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [content] }] }],
  })

  test.each([
    ['a list', nested],
    ['a list in a quote', (depth: number) => ({ type: 'quote', content: [nested(depth)] })],
    ['a list in a cell', (depth: number) => cell(nested(depth))],
  ])('%s that is deeper than lists may be', (_name, make) => {
    expect([accepts(make(maxListDepth)), accepts(make(maxListDepth + 1))]).toEqual([true, false])
  })

  test.each<[string, unknown]>([
    ['an unknown node', { type: 'script', content: [{ type: 'text', text: 'x' }] }],
    ['HTML', { type: 'html', html: '<p>' }],
    ['text without a block', { type: 'text', text: 'x' }],
    ['an item without a list', { type: 'listItem', content: [paragraph()] }],
    ['an image that TipTap knows', { type: 'image', attrs: { src: 'https://evil.vn/x.png' } }],
    ['an unknown field of a block', paragraph([], { style: 'color:red' })],
    ['an unknown attribute', paragraph([], { attrs: { class: 'x' } })],
    [
      'an unknown attribute of a link',
      paragraph([{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: '/', target: '_blank' } }] }]),
    ],
    ['an unknown mark', paragraph([{ type: 'text', text: 'x', marks: [{ type: 'textStyle' }] }])],
    ['attributes of a plain mark', paragraph([{ type: 'text', text: 'x', marks: [{ type: 'bold', attrs: {} }] }])],
    ['a language that is none', paragraph([{ type: 'text', text: 'x', marks: [{ type: 'lang', attrs: { lang: 'en" onclick="' } }] }])],
    ['a block in a paragraph', paragraph([paragraph()])],
    ['an empty text', paragraph([{ type: 'text', text: '' }])],
    ['a text that is too long', paragraph([{ type: 'text', text: 'a'.repeat(20_001) }])],
    ['too many texts', paragraph(Array.from({ length: 501 }, () => ({ type: 'text', text: 'a' })))],
    ['an id that is none', paragraph([], { attrs: { id: '"><b' } })],
    ['a heading like the title', { type: 'heading', attrs: { level: 1 } }],
    ['a heading in a quote', { type: 'quote', content: [{ type: 'heading', attrs: { level: 2 } }] }],
    ['an empty list', { type: 'bulletList', content: [] }],
    ['a figure of an address', { type: 'figure', attrs: { src: 'https://evil.vn/x.png' } }],
    ['a figure of what is no id', { type: 'figure', attrs: { mediaId: '"><script>' } }],
    ['a figure in a cell', cell({ type: 'figure', attrs: { mediaId } })],
    ['a gallery in a gallery', { type: 'gallery', content: [{ type: 'gallery', content: [] }] }],
    ['a table in a table', cell(cell(paragraph()))],
    [
      'a cell over too many columns',
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 51 }, content: [paragraph()] }] }] },
    ],
    [
      'the width of a column',
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colwidth: [1] }, content: [paragraph()] }] }],
      },
    ],
    ['a video of another host', { type: 'video', attrs: { host: 'evil', videoId: 'a' } }],
    ['a video by its address', { type: 'video', attrs: { host: 'youtube', videoId: 'https://evil.vn' } }],
  ])('%s', (_name, block) => expect(accepts(block)).toBe(false))

  test('a body of more blocks than it may have', () => {
    const blocks = (count: number) => Array.from({ length: count }, () => ({ type: 'rule' }))
    expect([accepts(...blocks(maxBlocks)), accepts(...blocks(maxBlocks + 1))]).toEqual([true, false])
  })
})
