import type { Inline, Mark } from '../body.ts'
import { distinctMarks } from './distinct-marks.ts'
import { escapeHtml } from './escape-html.ts'

/** The HTML of a line: its words escaped, its marks as elements, the first one outermost. */
export function lineHtml(nodes: Inline = []): string {
  let html = ''
  let open = noMarks
  for (const node of nodes) {
    const marks = node.type === 'text' && node.marks !== undefined ? distinctMarks(node.marks) : noMarks
    if (open !== noMarks || marks !== noMarks) html += changeHtml(open, marks)
    html += escapeHtml(node.type === 'text' ? node.text : node.attrs.text)
    open = marks
  }
  return html + changeHtml(open, noMarks)
}

const noMarks: Mark[] = []
const plainTags = { bold: 'strong', italic: 'em', underline: 'u', subscript: 'sub', superscript: 'sup' } as const

/** Ends the marks that end here and begins those that begin: what goes on stays one element, so that a link with a bold word is one link. */
function changeHtml(before: Mark[], after: Mark[]): string {
  let shared = 0
  while (shared < before.length && shared < after.length && isSame(before[shared] as Mark, after[shared] as Mark)) shared++
  let html = ''
  for (let i = before.length - 1; i >= shared; i--) html += endHtml(before[i] as Mark)
  for (let i = shared; i < after.length; i++) html += beginHtml(after[i] as Mark)
  return html
}

// What is stored was held against the contract when it came in. Whatever else gets there is words: it is no address, and runs nowhere.
const leadsSomewhere = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/

function beginHtml(mark: Mark): string {
  if (mark.type === 'link') return leadsSomewhere.test(mark.attrs.href) ? `<a href="${escapeHtml(mark.attrs.href)}">` : '<a>'
  if (mark.type === 'lang') return `<span lang="${escapeHtml(mark.attrs.lang)}">`
  return `<${plainTags[mark.type]}>`
}

function endHtml({ type }: Mark): string {
  return type === 'link' ? '</a>' : type === 'lang' ? '</span>' : `</${plainTags[type]}>`
}

function isSame(one: Mark, other: Mark): boolean {
  if (one.type === 'link') return other.type === 'link' && one.attrs.href === other.attrs.href
  if (one.type === 'lang') return other.type === 'lang' && one.attrs.lang === other.attrs.lang
  return one.type === other.type
}
