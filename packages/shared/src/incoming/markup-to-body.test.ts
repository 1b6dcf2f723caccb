import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attacks } from '../../test/arbitrary-body.ts'
import { googleDocsHtml, webPageHtml, wordHtml } from '../../test/pasted-html.ts'
import { readMarkup } from '../../test/read-markup.ts'
import { renderBody } from '../body/render-body.ts'
import { Body } from '../body.ts'
import { isStorable } from '../text.ts'
import type { MarkupElement, MarkupNode } from './markup.ts'
import { bodyOfMarkup, type MarkupOptions } from './markup-to-body.ts'

const isBody = new Ajv({ allowUnionTypes: true, strict: false }).compile(Body)
const mediaId = '01890000-0000-7000-8000-000000000001'
const convert = (html: string, options: MarkupOptions = {}) => bodyOfMarkup(readMarkup(html), { takesTitle: true, ...options })
const htmlOf = (body: Body) => renderBody(body).replaceAll('\n', '')
const rendered = (html: string, options: MarkupOptions = {}) => htmlOf(convert(html, options).body)

describe('what is pasted or imported', () => {
  test('from Word keeps title, headings, lists with levels and kind, tables with merged cells, links and marks', () => {
    const { title, body, dropped } = convert(wordHtml)
    expect([title, dropped]).toEqual(['Báo cáo thi đua quý II', []])
    expect(htmlOf(body)).toBe(
      '<h2>Kết quả</h2>' +
        '<p>Tỉnh có <strong>12 đơn vị</strong> đạt danh hiệu; xem <a href="https://example.gov.vn/van-ban">văn bản</a>, m<sup>2</sup> và <em>ghi chú</em>.</p>' +
        '<ul><li>Khối <strong>tỉnh</strong><ul><li>Cụm một<ul><li>Nhóm a</li></ul></li></ul></li><li>Khối xã</li></ul>' +
        '<p>Thứ tự thực hiện:</p><ol><li>Đăng ký<ol><li>Nộp hồ sơ</li></ol></li><li>Chấm điểm</li></ol><h2>Bảng điểm</h2>' +
        '<table><tr><td colspan="2"><strong>Đơn vị</strong></td></tr><tr><td rowspan="2">Sở A</td><td>95</td></tr><tr><td>96</td></tr></table>',
    )
  })

  test('from Google Docs likewise, though its text stands in one bold element', () => {
    const { title, body, dropped } = convert(googleDocsHtml)
    expect([title, dropped]).toEqual(['Hội nghị tổng kết', []])
    expect(htmlOf(body)).toBe(
      '<p>Hội nghị diễn ra <strong>sáng nay</strong><em> tại hội trường</em>, xem <a href="https://example.gov.vn/hop">chương trình</a>, H<sub>2</sub>O.</p>' +
        '<ul><li>Một<ul><li>Một a</li></ul></li><li>Hai</li></ul><ol start="3"><li>Ba</li></ol><h3>Kết quả</h3>' +
        '<table><tr><td><strong>Khối</strong></td><td>Điểm</td></tr><tr><td>A</td><td></td></tr></table>',
    )
  })

  test('from a page keeps its content without its looks, and tells what it left out', () => {
    const { title, body, dropped } = convert(webPageHtml)
    expect(title).toBe('Khánh thành cầu mới')
    expect(htmlOf(body)).toBe(
      '<p>Sáng 28/11, cầu được <strong>khánh thành</strong>.</p><p>Cầu dài <em>300 m</em>.</p>' +
        '<blockquote><p>Đây là niềm vui của bà con.</p><p>Ông A</p></blockquote><p>Cầu nhìn từ bờ sông</p><p>Khung bài</p>' +
        '<p>Chi phí</p><table><tr><th>Mục</th><th>Tiền</th></tr><tr><td>Mố cầu</td><td>12</td></tr></table>' +
        htmlOf({
          type: 'doc',
          content: [
            { type: 'video', attrs: { host: 'youtube', videoId: 'dQw4w9WgXcQ' } },
            { type: 'video', attrs: { host: 'vimeo', videoId: '76979871' } },
          ],
        }) +
        '<p>Liên hệ <a href="mailto:a@example.gov.vn">thư</a>, bấm, <a href="/tin">tin khác</a>.</p><hr>' +
        '<p><span lang="fr">Bonjour</span></p><h4>Nhỏ</h4>',
    )
    expect(dropped.map(({ what, sample }) => [what, sample])).toEqual([
      ['picture', 'Cầu mới'],
      ['iframe', 'Quảng cáo'],
      ['link', 'bấm'],
      ['input', null],
      ['button', 'Gửi'],
    ])
  })

  test('has the pictures that the library has, with their captions', () => {
    const pictureOf = (src: string) => (src.endsWith('cau.jpg') ? mediaId : null)
    const figures = convert(webPageHtml, { pictureOf }).body.content.filter(({ type }) => type === 'figure')
    const content = [{ type: 'text', text: 'Cầu nhìn từ bờ sông' }]
    expect(figures).toEqual([{ type: 'figure', attrs: { mediaId, alt: 'Cầu mới' }, content }])
  })

  test.each([
    [
      'a list of Word that goes on after a paragraph goes on counting',
      item(1, '3.', 'x') + item(1, '4.', 'y'),
      '<ol start="3"><li>x</li><li>y</li></ol>',
    ],
    ['letters of fonts of signs are bullets', item(1, 'v', 'x') + item(1, 'ü', 'y'), '<ul><li>x</li><li>y</li></ul>'],
    [
      'a list of Word for the web, where every item is a list, is one',
      webItem('ul', 1, 'x') + webItem('ul', 2, 'y') + webItem('ul', 1, 'z'),
      '<ul><li>x<ul><li>y</li></ul></li><li>z</li></ul>',
    ],
    [
      'of languages only those of passages are noted',
      '<body lang=fr><p lang=en>a</p><p lang=EN-US>b',
      '<p><span lang="en">a</span></p><p>b</p>',
    ],
    ['a heading that is a paragraph is a heading', "<p style='mso-outline-level:3'>x</p><p class=MsoHeading7>y", '<h3>x</h3><h4>y</h4>'],
    ['a second title is a heading', '<h1>a</h1><h1>b</h1>', '<h2>b</h2>'],
    ['line ends count where they are kept', '<pre>a\n<code>b\nc</code></pre>', '<p>a</p><p>b</p><p>c</p>'],
    [
      'a recording in a list stays a link',
      '<ul><li><a href="https://youtu.be/abcdefgh">Phim</a></ul>',
      '<ul><li><a href="https://www.youtube.com/watch?v=abcdefgh">Phim</a></li></ul>',
    ],
    ['a bold block makes its words bold', '<div style="font-weight:700"><p>a</p></div><p>b', '<p><strong>a</strong></p><p>b</p>'],
    ['white space is as HTML has it', '<p> a\n <b> b </b>&nbsp; c </p>', '<p>a <strong>b </strong>c</p>'],
    ['letters are put together', '<p>Viê\u0323t</p>', '<p>Việt</p>'],
  ])('%s', (_, html, expected) => expect(rendered(html)).toBe(expected))

  test.each([
    ['<ul><li>a<img src=b><li>c</ul>', ['bulletList', 'figure']],
    ['<table><tr><td>a<td><img src=b></table><p>c', ['table', 'figure', 'paragraph']],
    ['<table><tr><td><img src=a><td><table><tr><td><img src=b><td>&nbsp;</table></table>', ['figure', 'figure']],
    ['<blockquote><p>a</p><ul><li><img src=b></ul></blockquote>', ['quote', 'figure']],
  ])('has pictures of %s after it', (html, types) => {
    const { body, dropped } = convert(html, { pictureOf: () => mediaId })
    expect([body.content.map(({ type }) => type), dropped.filter(({ what }) => what !== 'nested table')]).toEqual([types, []])
  })

  test('nests lists as deeply as lists may be, and tells of those that were deeper', () => {
    const html = `${'<ul><li>x'.repeat(6)}`
    const { body, dropped } = convert(html)
    expect(renderBody(body).match(/<ul>/g)).toHaveLength(4)
    expect(renderBody(body).match(/x/g)).toHaveLength(6)
    expect(dropped).toMatchObject([{ what: 'list level' }])
  })

  test('is rewritten from an old font before it is cleaned', () => {
    const rewrite = (text: string) => text.replaceAll('\u00AD', 'ư')
    expect(rendered('<p>n\u00ADng</p>', { rewrite })).toBe('<p>nưng</p>')
  })
})

test('whatever markup there is, it becomes a body of the contract, with text that can be stored', () => {
  const model = fc.property(tree, (root) => {
    const { body, title, dropped } = bodyOfMarkup(root, { takesTitle: true, pictureOf: (src) => (src === 'known' ? mediaId : null) })
    expect([isBody(body), isBody.errors]).toEqual([true, null])
    expect(isStorable(JSON.stringify([body, title, dropped]))).toBe(true)
  })
  fc.assert(model, { numRuns: 400 })
})

test('more than a body holds is split, or told', () => {
  const many = [
    '<p>x</p>'.repeat(2001),
    `<ul>${'<li>x'.repeat(501)}</ul>`,
    `<ol><li>${'<p>x</p>'.repeat(101)}</ol>`,
    `<blockquote>${'<p>x</p>'.repeat(51)}</blockquote>`,
    `<table>${'<tr><td>x<td>y'.repeat(501)}</table>`,
    `<table><tr>${'<td>x'.repeat(51)}</table>`,
    `<table><tr><td>x<td>${'<p>x</p>'.repeat(51)}</table>`,
    `<p>${'<b>x</b>y'.repeat(300)}</p>`,
    `<h2>${'<b>x</b><i>y</i>'.repeat(300)}</h2>`,
    `<p>${'x'.repeat(20_001)}</p>`,
    `<table><tr><td colspan=99 rowspan=0>x<td colspan=-1>y</table>`,
  ]
  for (const html of many) {
    const { body, dropped } = convert(html)
    expect([html.slice(0, 30), isBody(body), isBody.errors]).toEqual([html.slice(0, 30), true, null])
    const kept = renderBody(body).match(/x/g)?.length ?? 0
    const told = dropped.reduce((sum, { count }) => sum + count, 0)
    expect([html.slice(0, 30), kept + told]).toEqual([html.slice(0, 30), (html.match(/x/g) ?? []).length])
  }
})

function item(level: number, bullet: string, words: string): string {
  return `<p style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${bullet} &nbsp;</span>${words}</p>`
}

function webItem(list: string, level: number, words: string): string {
  return `<div class="ListContainerWrapper"><${list} role="list"><li data-aria-level="${level}" role="listitem"><p>${words}</p></li></${list}></div>`
}

const names =
  'p div span b i u sub sup a br hr h1 h2 h6 ul ol li blockquote table tr td th tbody caption figure figcaption img iframe pre script style s nav x-y'
const { tree } = fc.letrec<{ tree: MarkupElement; node: MarkupNode }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom(...names.split(' ')),
    attributes: fc.dictionary(
      fc.constantFrom(
        'href',
        'src',
        'alt',
        'style',
        'class',
        'lang',
        'colspan',
        'rowspan',
        'start',
        'hidden',
        'title',
        'role',
        'data-aria-level',
      ),
      fc.oneof(
        fc.constantFrom(
          'known',
          'https://youtu.be/abcdefgh',
          'https://a.vn/\u0000',
          'mso-list:l0 level9 lfo1',
          'font-weight:bold',
          'fr',
          '7',
          '-1',
          '99999',
          ...attacks,
        ),
        fc.string({ unit: 'binary', maxLength: 12 }),
      ),
      { maxKeys: 3 },
    ),
    children: fc.array(tie('node'), { maxLength: 6 }),
  }),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(
      fc.constantFrom(' ', '\n', 'thi đua', '\ud800', 'a\u0000b', `a${'\u0301'.repeat(40)}`, ...attacks),
      fc.string({ unit: 'binary', maxLength: 10 }),
    ),
    tie('tree'),
  ),
}))
