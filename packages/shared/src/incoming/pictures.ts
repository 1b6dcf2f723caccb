import type { Block, Figure, Inline } from '../body.ts'
import { linePattern } from '../fields.ts'
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
