import type { Block, Body, Figure, File, Heading, Inline, List, Table, Video } from '../body.ts'
import { watchAddress } from '../video-hosts.ts'
import { inlineText } from './body-text.ts'
import { escapeHtml } from './escape-html.ts'
import { lineHtml } from './line-html.ts'

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
      return `<p>${lineHtml(block.content)}</p>`
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
  return `<h${level}>${lineHtml(content)}</h${level}>`
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
  return `${lineHtml(first.content)}${flowHtml(rest)}`
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
  const words = lineHtml(caption)
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
