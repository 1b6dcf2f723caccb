import fc from 'fast-check'
import type { Block, Body, Figure, Inline, List, Mark, Paragraph } from '../src/body.ts'

export const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</p></figure><svg/onload=alert(1)>',
  '</script><style>*{}</style>',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp; &#39; &quot;',
  'javascript:alert(1)',
  '{{7*7}} $& $1 $<a>',
  // What the renderer leaves for `fillMedia` to find.
  '<img src="media:00000000-0000-7000-8000-000000000000" alt="">',
  '<a href="media:00000000-0000-7000-8000-000000000000">x</a>',
  '<a href="/x">x</a>',
]

const hrefs = [
  'https://songtra.gov.vn/van-ban?so=12&nam=2026#muc-1',
  'https://a.vn/"onmouseover="alert(1)',
  "http://a.vn/'><script>alert(1)</script>",
  '/bai-viet/thi-dua',
  '/',
  '/a"><b',
  '#ghi-chu',
  'mailto:ban-tin@songtra.gov.vn',
  'tel:+84(0)236.3-112',
]

/** Everything that the contract takes, small: every node, mark and attribute. Texts and words of attributes are often hostile. */
export const words = fc.oneof(
  fc.constantFrom(...attacks, 'Ủy ban', 'thi đua', 'Nghị quyết số 12/NQ-HĐND', '“quý II”', '😀', '1.250,5 tỷ', ' ', 'đoạn\tkhác'),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }),
)
const line = words.map((text) => text.replaceAll('\t', ' ').trim() || 'x')
export const mediaId = fc.uuid({ version: 7 })

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom('bold', 'italic', 'underline', 'subscript', 'superscript').map((type) => ({ type }) as Mark),
  fc.constantFrom(...hrefs).map((href): Mark => ({ type: 'link', attrs: { href } })),
  fc.constantFrom('en', 'zh-Hant').map((lang): Mark => ({ type: 'lang', attrs: { lang } })),
)
const inline: fc.Arbitrary<Inline> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('text' as const), text: words, marks: fc.array(mark, { maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('text' as const), text: words }) },
    fc.record({ type: fc.constant('person' as const), attrs: fc.record({ appointmentId: mediaId, text: line }) }),
  ),
  { maxLength: 6 },
)
const id = fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,3}$/))
const attrs = fc.record({ id }, { requiredKeys: [] })
const content = inline

const paragraph: fc.Arbitrary<Paragraph> = fc.record(
  { type: fc.constant('paragraph' as const), attrs, content },
  { requiredKeys: ['type'] },
)

function listWithin(depth: number): fc.Arbitrary<List> {
  const inner: fc.Arbitrary<Paragraph | List> = depth > 1 ? fc.oneof({ weight: 3, arbitrary: paragraph }, listWithin(depth - 1)) : paragraph
  const item = fc.record({ type: fc.constant('listItem' as const), content: fc.array(inner, { minLength: 1, maxLength: 2 }) })
  return fc.record(
    {
      type: fc.constantFrom('bulletList', 'orderedList'),
      attrs: fc.record({ id, start: fc.option(fc.integer({ min: 0, max: 100_000 })) }, { requiredKeys: [] }),
      content: fc.array(item, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['type', 'content'] },
  )
}
const list = listWithin(4)
const flow = fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 })

const figure: fc.Arbitrary<Figure> = fc.record({
  type: fc.constant('figure' as const),
  attrs: fc.record(
    { id, mediaId, alt: fc.option(line), credit: fc.option(line), decorative: fc.option(fc.boolean()) },
    { requiredKeys: ['mediaId'] },
  ),
  content,
})
const span = fc.option(fc.integer({ min: 1, max: 50 }))
const cell = fc.record({
  type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
  attrs: fc.record({ colspan: span, rowspan: span }, { requiredKeys: [] }),
  content: flow,
})
const row = fc.record({ type: fc.constant('tableRow' as const), content: fc.array(cell, { maxLength: 3 }) })
const video = fc.record({
  type: fc.constant('video' as const),
  attrs: fc.record(
    { id, host: fc.constantFrom('youtube', 'vimeo'), videoId: fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/), posterId: fc.option(mediaId) },
    { requiredKeys: ['host', 'videoId'] },
  ),
  content,
})
const heading = fc.record({
  type: fc.constant('heading' as const),
  attrs: fc.record({ id, level: fc.integer({ min: 2, max: 4 }) }, { requiredKeys: ['level'] }),
  content,
})

const block = fc.oneof(
  paragraph,
  heading,
  list,
  fc.record({ type: fc.constant('quote' as const), attrs, content: flow }),
  figure,
  fc.record({ type: fc.constant('gallery' as const), attrs, content: fc.array(figure, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant('table' as const), attrs, content: fc.array(row, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant('file' as const), attrs: fc.record({ id, mediaId }, { requiredKeys: ['mediaId'] }), content }),
  video,
  fc.record({ type: fc.constant('rule' as const), attrs }),
) as fc.Arbitrary<Block>

export const arbitraryBody: fc.Arbitrary<Body> = fc.array(block, { maxLength: 5 }).map((blocks) => ({ type: 'doc', content: blocks }))
