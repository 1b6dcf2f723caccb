import { type MarkupElement, type MarkupNode, styleOf, wordsOf } from './markup.ts'

/**
 * The place in a list of Word's that a paragraph of its HTML has, or null: Word writes lists as paragraphs with bullets in them. `number`
 * is that of an ordered one, where it is written in digits.
 */
export function wordLevel(element: MarkupElement): { level: number; isOrdered: boolean; number?: number } | null {
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
