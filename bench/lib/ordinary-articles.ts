import type { Block, Body, Inline, Mark } from '@bantin/shared/body'
import { tidyBody } from '@bantin/shared/body/tidy-body'

/** So many articles differ enough that no cache of the processor holds the answers. */
const howMany = 64

/** Bodies as an office publishes them: some 900 words in paragraphs, with two figures, a list, a table, a file, links and bold words. */
export function ordinaryArticles(): Body[] {
  return Array.from({ length: howMany }, (_, seed) => ordinaryArticle(randomOf(seed + 1)))
}

/** How many words the body's text has, as spaces divide them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

type Random = (below: number) => number

function ordinaryArticle(random: Random): Body {
  let made = 0
  const content: Block[] = [
    ...paragraphs(random, 3),
    figure(random),
    heading(random),
    ...paragraphs(random, 2),
    list(random),
    quote(random),
    heading(random),
    ...paragraphs(random, 2),
    table(random),
    figure(random),
    ...paragraphs(random, 2),
    { type: 'file', attrs: { mediaId: idOf(random) }, content: [{ type: 'text', text: 'Toàn văn kế hoạch' }] },
  ]
  return tidyBody({ type: 'doc', content }, () => `b${++made}`)
}

function paragraphs(random: Random, count: number): Block[] {
  return Array.from({ length: count }, () => ({ type: 'paragraph', content: marked(random) }))
}

/** Some 83 words, five of them bold, four a link. */
function marked(random: Random): Inline {
  const link: Mark = { type: 'link', attrs: { href: `https://songtra.gov.vn/van-ban/${random(9000)}?nam=2026&trang=${random(9)}` } }
  return [
    { type: 'text', text: `${wordsOf(random, 25)} ` },
    { type: 'text', text: wordsOf(random, 5), marks: [{ type: 'bold' }] },
    { type: 'text', text: `, ${wordsOf(random, 27)} ` },
    { type: 'text', text: wordsOf(random, 4), marks: [link] },
    { type: 'text', text: ` ${wordsOf(random, 22)}.` },
  ]
}

function plain(random: Random, count: number): Block & { type: 'paragraph' } {
  return { type: 'paragraph', content: [{ type: 'text', text: wordsOf(random, count) }] }
}

function heading(random: Random): Block {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: wordsOf(random, 7) }] }
}

function quote(random: Random): Block {
  return { type: 'quote', content: [plain(random, 25)] }
}

function list(random: Random): Block {
  return { type: 'bulletList', content: Array.from({ length: 5 }, () => ({ type: 'listItem', content: [plain(random, 11)] })) }
}

function figure(random: Random): Block {
  const attrs = { mediaId: idOf(random), alt: wordsOf(random, 14), credit: 'Ảnh: Minh Hạnh' }
  return { type: 'figure', attrs, content: [{ type: 'text', text: wordsOf(random, 12) }] }
}

function table(random: Random): Block {
  const row = (type: 'tableHeader' | 'tableCell') => ({
    type: 'tableRow' as const,
    content: Array.from({ length: 3 }, () => ({ type, content: [plain(random, 2)] })),
  })
  return { type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell'), row('tableCell')] }
}

const syllables =
  'Ủy ban nhân dân tỉnh ban hành kế hoạch triển khai phong trào thi đua năm học mới “cải cách hành chính” gắn với chuyển đổi số tại xã phường & đơn vị'.split(
    ' ',
  )

function wordsOf(random: Random, count: number): string {
  return Array.from({ length: count }, () => syllables[random(syllables.length)]).join(' ')
}

function idOf(random: Random): string {
  return `01890000-0000-7000-8000-${String(random(1e9)).padStart(12, '0')}`
}

/** Always the same numbers for one seed (a linear congruence). */
function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
