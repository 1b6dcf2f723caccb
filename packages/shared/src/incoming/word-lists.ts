import type { ListLine } from './conversion-context.ts'
import { type MarkupElement, type MarkupNode, styleOf, wordsOf } from './markup.ts'

type Place = Pick<ListLine, 'level' | 'isOrdered' | 'number'>

/**
 * The place in a list of Word's that a paragraph of its HTML has, or null: Word writes lists as paragraphs with bullets in them. `number`
 * is that of an ordered one, where it is written in digits.
 */
export function wordLevel(element: MarkupElement): Place | null {
  const list = styleOf(element).get('mso-list')
  const level = /\blevel(\d)/.exec(list ?? '')?.[1]
  if (level === undefined) return null
  const bullet = bulletOf(element)
  const digits = /^\(?(\d{1,5})[.)\]:/-]?$/.exec(bullet)?.[1]
  return { level: Number(level), isOrdered: orderedBullet.test(bullet), ...(digits !== undefined ? { number: Number(digits) } : {}) }
}

// Of the fonts of signs, letters are signs (`o`, `v`, `ü`): a number has a mark behind it, or is one of digits.
const orderedBullet = /^[([]?(?:\d+|\p{L}{1,6})(?:\.\d+)*[.)\]:/-]|^\d+$/u

/** What Word put before the words: `1.`, `a)`, or a sign, among them letters of fonts of signs. */
function bulletOf(node: MarkupNode): string {
  if (typeof node === 'string') return ''
  if (styleOf(node).get('mso-list') === 'ignore') return wordsOf(node).trim()
  return node.children.map(bulletOf).find((bullet) => bullet !== '') ?? ''
}

/** The level of a heading that Word wrote as a paragraph, or null; that of a document's title is 1. */
export function wordHeading(element: MarkupElement): number | null {
  const named = /^MsoHeading(\d)$|^MsoTitle$/i.exec(element.attributes.class?.trim() ?? '')
  if (named) return Number(named[1] ?? 1)
  const outline = /^\d$/.exec(styleOf(element).get('mso-outline-level') ?? '')?.[0]
  return outline === undefined ? null : Number(outline)
}

/**
 * The items of a list that Word for the web wrote, with their places, or null: there every item is a list of its own, and its level an
 * attribute.
 */
export function wordWebItems(element: MarkupElement): { item: MarkupElement; place: Place }[] | null {
  if (element.name !== 'ul' && element.name !== 'ol') return null
  const items = element.children.filter((child) => typeof child !== 'string')
  const levels = items.map(({ attributes }) => /^[1-9]$/.exec(attributes['data-aria-level'] ?? '')?.[0])
  if (items.length === 0 || levels.includes(undefined)) return null
  const start = /^\d{1,5}$/.exec(element.attributes.start ?? '1')?.[0]
  const number = element.name === 'ol' && start !== undefined ? { number: Number(start) } : {}
  return items.map((item, i) => ({
    item,
    place: { level: Number(levels[i]), isOrdered: element.name === 'ol', ...(i === 0 ? number : {}) },
  }))
}
