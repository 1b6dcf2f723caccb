import type { Block, Figure, Inline, Video } from '../body.ts'
import { linePattern } from '../line-pattern.ts'
import { readVideoAddress } from '../video-hosts.ts'
import type { ConversionContext } from './conversion-context.ts'
import { linesOf } from './line.ts'
import { elementsIn, type MarkupElement, wordsOf } from './markup.ts'

const visibleLine = new RegExp(linePattern, 'u')
const longestAlt = 500

/** A picture, or nothing when the library has none in its place. */
export function picturesOf(element: MarkupElement, context: ConversionContext, caption: Inline = []): Figure[] {
  const alt = context
    .clean(element.attributes.alt ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestAlt)
    .toWellFormed()
  const mediaId = context.pictureOf(element.attributes.src ?? '', alt)
  if (mediaId === null) {
    context.report.add('picture', alt)
    return []
  }
  const [content = []] = linesOf(caption)
  const attrs = visibleLine.test(alt) ? { mediaId, alt } : { mediaId }
  return [{ type: 'figure', attrs, ...(content.length > 0 ? { content } : {}) }]
}

/** A figure of HTML: its first picture has the caption. Of one without pictures whatever stands in it. */
export function figuresOf(element: MarkupElement, context: ConversionContext): Block[] {
  const [first, ...others] = elementsIn(element, 'img')
  if (!first) return context.blocks(element.children, [])
  const captions = elementsIn(element, 'figcaption').flatMap(({ children }) => context.blocks(children, []))
  const [line, ...more] = captions
  const caption = line?.type === 'paragraph' ? (line.content ?? []) : []
  const figures = picturesOf(first, context, caption)
  // The words stay when the picture does not.
  const words = figures.length > 0 && line?.type === 'paragraph' ? more : captions
  return [...figures, ...others.flatMap((each) => picturesOf(each, context)), ...words]
}

/** A frame: a recording of a host on the list, or nothing. */
export function framesOf(element: MarkupElement, context: ConversionContext): Block[] {
  const recording = readVideoAddress(element.attributes.src ?? '')
  if (recording) return [{ type: 'video', attrs: recording }]
  context.report.add('iframe', element.attributes.title ?? element.attributes.src ?? wordsOf(element))
  return []
}

/** The recording that a line leads to with all its words, which are its caption unless they are the address. */
export function recordingIn(line: Inline): Video | undefined {
  const [first] = line
  const href = first && linkOf(first)
  const recording = href === undefined ? undefined : readVideoAddress(href)
  if (!recording || !line.every((node) => linkOf(node) === href)) return undefined
  const words = line.map((node) => (node.type === 'text' ? unlinked(node) : node))
  const isAddress = words
    .map((node) => (node.type === 'text' ? node.text : ''))
    .join('')
    .startsWith('http')
  return { type: 'video', attrs: recording, ...(isAddress ? {} : { content: words }) }
}

function linkOf(node: Inline[number]): string | undefined {
  const link = node.type === 'text' ? node.marks?.find((mark) => mark.type === 'link') : undefined
  return link?.attrs.href
}

function unlinked({ text, marks = [] }: Extract<Inline[number], { type: 'text' }>): Inline[number] {
  const others = marks.filter(({ type }) => type !== 'link')
  return { type: 'text', text, ...(others.length > 0 ? { marks: others } : {}) }
}
