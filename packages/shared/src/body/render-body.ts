import type { Block, Body, Figure, File, Heading, Inline, List, Mark, Table, Video } from '../body.ts'
import { watchAddress } from '../video-hosts.ts'
import { inlineText } from './body-text.ts'
import { distinctMarks } from './distinct-marks.ts'
import { escapeHtml } from './escape-html.ts'

/**
 * The body as HTML: headings from h2, no class, style, script or frame; every character of the text is escaped. Files of the media
 * library stand in it as `media:<id>`, addresses of this site begin with `/`: `fillMedia` puts what is true now in their place.
 */
export function renderBody(body: Body): string {
  let html = ''
  for (const block of body.content) html += html === '' ? renderBlock(block) : `\n${renderBlock(block)}`
  return html
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.content)}</p>`
    case 'heading':
      return headingHtml(block)
    case 'bulletList':
    case 'orderedList':
      return listHtml(block)
    case 'quote':
      return `<blockquote>${flowHtml(block.content)}</blockquote>`
    case 'figure':
      return figureHtml(block)
    case 'gallery':
      return `<figure>${block.content.map(figureHtml).join('')}</figure>`
    case 'table':
      return tableHtml(block)
    case 'file':
      return fileHtml(block)
    case 'video':
      return videoHtml(block)
    case 'rule':
      return '<hr>'
  }
}

function headingHtml({ attrs, content }: Heading): string {
  const level = Number(attrs.level)
  return `<h${level}>${inlineHtml(content)}</h${level}>`
}

function flowHtml(nodes: Block[]): string {
  let html = ''
  for (const node of nodes) html += renderBlock(node)
  return html
}

function listHtml({ type, attrs, content }: List): string {
  const name = type === 'bulletList' ? 'ul' : 'ol'
  const start = type === 'orderedList' && attrs?.start != null && attrs.start !== 1 ? ` start="${Number(attrs.start)}"` : ''
  let html = `<${name}${start}>`
  for (const item of content) html += `<li>${itemHtml(item.content)}</li>`
  return `${html}</${name}>`
}

/** A line of its own needs no paragraph: lists stay as tight as they were written. */
function itemHtml(nodes: List['content'][number]['content']): string {
  const [first, ...rest] = nodes
  if (first?.type !== 'paragraph' || rest.some((node) => node.type === 'paragraph')) return flowHtml(nodes)
  return `${inlineHtml(first.content)}${flowHtml(rest)}`
}

function figureHtml({ attrs, content }: Figure): string {
  return `<figure>${pictureHtml(attrs, content)}${captionHtml(content, attrs.credit)}</figure>`
}

/** Where the figure says nothing itself, the words of the media library are filled in, or else the caption. */
function pictureHtml({ mediaId, alt, decorative }: Figure['attrs'], caption: Inline | undefined): string {
  if (decorative) return `<img src="media:${mediaId}" alt="">`
  if (alt != null) return `<img src="media:${mediaId}" alt="${escapeHtml(alt)}">`
  return `<img src="media:${mediaId}" data-caption="${escapeHtml(inlineText(caption))}">`
}

function captionHtml(caption: Inline | undefined, credit?: string | null): string {
  const words = inlineHtml(caption)
  if (words === '' && credit == null) return ''
  const source = credit == null ? '' : `${words === '' ? '' : ' '}<small>${escapeHtml(credit)}</small>`
  return `<figcaption>${words}${source}</figcaption>`
}

function tableHtml({ content }: Table): string {
  let html = '<table>'
  for (const row of content) {
    html += '<tr>'
    for (const { type, attrs, content: cell } of row.content) {
      const name = type === 'tableHeader' ? 'th' : 'td'
      html += `<${name}${spanHtml('colspan', attrs?.colspan)}${spanHtml('rowspan', attrs?.rowspan)}>${itemHtml(cell)}</${name}>`
    }
    html += '</tr>'
  }
  return `${html}</table>`
}

function spanHtml(name: string, value: number | null | undefined): string {
  return value != null && value > 1 ? ` ${name}="${value}"` : ''
}

function fileHtml({ attrs, content }: File): string {
  return `<figure><a href="media:${attrs.mediaId}">${escapeHtml(inlineText(content))}</a></figure>`
}

/** A picture and a link: portals show no frames, and the site makes one of it when a reader asks for it. */
function videoHtml({ attrs: { host, videoId, posterId }, content }: Video): string {
  const address = escapeHtml(watchAddress(host, videoId))
  // A link needs words: without a caption its address is read out.
  const words = escapeHtml(inlineText(content)) || address
  const shown = posterId == null ? address : `<img src="media:${posterId}" data-caption="${words}">`
  return `<figure><a href="${address}">${shown}</a>${captionHtml(content)}</figure>`
}

function inlineHtml(nodes: Inline = []): string {
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
