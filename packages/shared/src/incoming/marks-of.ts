import type { Mark } from '../body.ts'
import { isLanguage } from '../language-tag.ts'
import { isLinkTarget } from '../link-target.ts'
import type { DropReport } from './dropped.ts'
import { type MarkupElement, styleOf, wordsOf } from './markup.ts'

type PlainMark = Exclude<Mark['type'], 'link' | 'lang'>

const byName: Record<string, PlainMark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
  ins: 'underline',
  sub: 'subscript',
  sup: 'superscript',
}

/** The marks of what stands in the element, given those of what it stands in. */
export function marksWithin(element: MarkupElement, outer: Mark[], report: DropReport): Mark[] {
  let marks = outer
  const named = byName[element.name]
  // Links are underlined as they are.
  if (named && !(named === 'underline' && hasLink(outer))) marks = withMark(marks, { type: named })
  const style = styleOf(element)
  if (element.name === 's' || element.name === 'strike' || lineOf(style)?.includes('line-through')) report.add('strike', wordsOf(element))
  marks = withStyle(marks, style)
  const lang = foreignLanguage(element)
  if (lang !== undefined) marks = withMark(marks, { type: 'lang', attrs: { lang } })
  return element.name === 'a' ? withLink(marks, element, report) : marks
}

/** A style says more than a name: Google Docs puts whole documents into `<b style="font-weight:normal">`. */
function withStyle(marks: Mark[], style: Map<string, string>): Mark[] {
  const weight = style.get('font-weight')
  const slant = style.get('font-style')
  const line = lineOf(style)
  const place = style.get('vertical-align')
  let styled = marks
  if (weight !== undefined) styled = isBold(weight) ? withMark(styled, { type: 'bold' }) : without(styled, 'bold')
  if (slant !== undefined)
    styled = slant === 'italic' || slant === 'oblique' ? withMark(styled, { type: 'italic' }) : without(styled, 'italic')
  if (line?.includes('underline') && !hasLink(styled)) styled = withMark(styled, { type: 'underline' })
  if (place === 'sub') styled = withMark(styled, { type: 'subscript' })
  if (place === 'super') styled = withMark(styled, { type: 'superscript' })
  return styled
}

function lineOf(style: Map<string, string>): string | undefined {
  return style.get('text-decoration') ?? style.get('text-decoration-line')
}

function isBold(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

function withLink(marks: Mark[], element: MarkupElement, report: DropReport): Mark[] {
  const href = element.attributes.href?.trim().toWellFormed()
  // Places that only had a name, and jumps within the document they come from.
  if (href === undefined || href === '' || href.startsWith('#')) return marks
  const plain = without(without(marks, 'underline'), 'link')
  if (isLinkTarget(href)) return withMark(plain, { type: 'link', attrs: { href } })
  report.add('link', wordsOf(element))
  return marks
}

/**
 * The language of a passage in another one. That of the whole document says nothing of a passage, and Word notes Vietnamese and English
 * (`EN-US`) on every other word.
 */
function foreignLanguage({ name, attributes: { lang } }: MarkupElement): string | undefined {
  if (lang === undefined || name === 'html' || name === 'body' || /^(?:vi\b|en-)/i.test(lang)) return undefined
  return isLanguage(lang) ? lang : undefined
}

function withMark(marks: Mark[], mark: Mark): Mark[] {
  return [...without(marks, mark.type), mark]
}

/** The marks but for those of one kind. */
export function without(marks: Mark[], type: Mark['type']): Mark[] {
  return marks.some((mark) => mark.type === type) ? marks.filter((mark) => mark.type !== type) : marks
}

function hasLink(marks: Mark[]): boolean {
  return marks.some(({ type }) => type === 'link')
}
