import { type MarkupElement, type MarkupNode, styleOf, wordsOf } from './markup.ts'

/** The place in a list of Word's that a paragraph of its HTML has, or null: Word writes lists as paragraphs with bullets in them. */
export function wordLevel(element: MarkupElement): { level: number; isOrdered: boolean } | null {
  const list = styleOf(element).get('mso-list')
  const level = /\blevel(\d)/.exec(list ?? '')?.[1]
  if (level === undefined) return null
  return { level: Number(level), isOrdered: /[\p{L}\d]/u.test(bulletOf(element).replace(/^[o§·¨]$/u, '')) }
}

/** What Word put before the words: `1.`, `a)`, or a sign, among them letters of fonts of signs. */
function bulletOf(node: MarkupNode): string {
  if (typeof node === 'string') return ''
  if (styleOf(node).get('mso-list') === 'ignore') return wordsOf(node).trim()
  return node.children.map(bulletOf).find((bullet) => bullet !== '') ?? ''
}
