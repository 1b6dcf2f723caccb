import type { Body } from '@bantin/shared/body'
import { mediaIdsOf } from '@bantin/shared/body/body-media'
import { bodyText } from '@bantin/shared/body/body-text'
import { type Filling, fillMedia, type ShownMedia } from '@bantin/shared/body/fill-media'
import { renderBody } from '@bantin/shared/body/render-body'
import { tidyBody } from '@bantin/shared/body/tidy-body'
import { countWords, ordinaryArticles } from './lib/ordinary-articles.ts'
import { rateOf } from './lib/rate.ts'
import { publishReport } from './lib/report.ts'
import { renderWithTiptap } from './lib/tiptap.ts'

// What is asked of the renderer, in ordinary articles a second.
const bar = 10_000

const bodies = ordinaryArticles()
const words = Math.round(bodies.reduce((sum, body) => sum + countWords(bodyText(body)), 0) / bodies.length)
const rendered = bodies.map((body) => ({ html: renderBody(body), filling: fillingOf(body) }))
const filled = rendered.map(({ html, filling }) => fillMedia(html, filling))

// The length in bytes: what was put together is made one text for it, as for an answer.
const rows = [
  row(
    'renderBody',
    rateOf(bodies, (body) => Buffer.byteLength(renderBody(body))),
  ),
  row(
    '  the same bytes, of ready strings',
    rateOf(
      rendered.map(({ html }) => piecesOf(html)),
      joined,
    ),
  ),
  row(
    '  TipTap’s static renderer',
    rateOf(bodies, (body) => Buffer.byteLength(renderWithTiptap(body))),
  ),
  row(
    'bodyText',
    rateOf(bodies, (body) => Buffer.byteLength(bodyText(body))),
  ),
  row(
    '  the same bytes, of ready strings',
    rateOf(
      bodies.map((body) => bodyText(body).split(/(?<=\n)/)),
      joined,
    ),
  ),
  row(
    'fillMedia',
    rateOf(rendered, ({ html, filling }) => Buffer.byteLength(fillMedia(html, filling))),
  ),
  row('  the same bytes, of ready strings', rateOf(filled.map(piecesOf), joined)),
  row(
    'tidyBody',
    rateOf(bodies, (body) => tidyBody(body, () => 'new').content.length),
  ),
  row(
    '  JSON.parse of the same body',
    rateOf(
      bodies.map((body) => JSON.stringify(body)),
      (json) => JSON.parse(json).content.length,
    ),
  ),
]

await publishReport({
  name: 'body',
  about: `${bodies.length} ordinary articles of ${words} words: two figures, a list, a table, a quote, a file, links; articles a second, one core`,
  rows,
  bars: rows
    .filter(({ what }) => !what.startsWith(' '))
    .map((each) => ({ what: `${each.what} ≥ ${bar} articles a second`, isReached: each['articles/s'] >= bar })),
})

function row(what: string, perSecond: number) {
  return { what, 'articles/s': perSecond, 'µs an article': Math.round(1e6 / perSecond) }
}

/** Tags and texts, as a renderer puts them together. */
function piecesOf(html: string): string[] {
  return html.split(/(?=<)|(?<=>)/)
}

function joined(pieces: string[]): number {
  let html = ''
  for (const piece of pieces) html += piece
  return Buffer.byteLength(html)
}

function fillingOf(body: Body): Filling {
  const media = new Map(mediaIdsOf(body).map((id): [string, ShownMedia] => [id, shownAt(`https://songtra.gov.vn/media/${id}/1`)]))
  return { origin: 'https://songtra.gov.vn', media }
}

function shownAt(path: string): ShownMedia {
  const srcset = [320, 640, 960, 1280].map((width) => `${path}/${width}.avif ${width}w`).join(', ')
  const file = { type: 'image/avif', bytes: 123_456, originalName: 'ke-hoach.pdf' }
  return { kind: 'picture', src: `${path}/640.jpg`, srcset, width: 1280, height: 853, alt: 'Ảnh', ...file }
}
