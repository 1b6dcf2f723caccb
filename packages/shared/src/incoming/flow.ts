import type { Block, Heading, Inline, Mark } from '../body.ts'
import type { ConversionContext, ListLine, Piece } from './conversion-context.ts'
import { createLine, linesOf } from './line.ts'
import { listsOf } from './lists.ts'
import { marksWithin, without } from './marks-of.ts'
import { type MarkupElement, type MarkupNode, styleOf, wordsOf } from './markup.ts'
import { paragraphsAndLists } from './narrow.ts'
import { figuresOf, framesOf, picturesOf, recordingIn } from './pictures.ts'
import { tablesOf } from './tables.ts'
import { wordHeading, wordLevel, wordWebItems } from './word-lists.ts'

/** Reads markup as a stream of words and breaks: whatever nests however, what stands between two breaks is one line. */
export function flow(nodes: readonly MarkupNode[], marks: Mark[], context: ConversionContext): Piece[] {
  const pieces: Piece[] = []
  const line = createLine()
  const flush = (): void => {
    for (const content of linesOf(line.take())) pieces.push(recordingIn(content) ?? { type: 'paragraph', content })
  }
  const walk = (node: MarkupNode, within: Mark[]): void => {
    if (typeof node === 'string') line.add(context.clean(node), within)
    else if (isHidden(node) || silent.has(node.name)) return
    else if (node.name === 'br') flush()
    else if (breaking.has(node.name) || node.name in makers) {
      flush()
      pieces.push(...piecesFor(node, within, context))
    } else if (refused.has(node.name)) context.report.add(node.name, wordsOf(node))
    else for (const child of node.children) walk(child, marksWithin(node, within, context.report))
  }
  for (const node of nodes) walk(node, marks)
  flush()
  return pieces
}

/** Not words: what describes the page, and the bullets that Word writes out. */
const silent = new Set(['head', 'title', 'meta', 'link', 'style', 'base', 'colgroup', 'col', 'caption', 'xml', 'noscript', 'template'])
const refused = new Set(
  'script object embed applet svg math canvas audio video select button input textarea datalist del map dialog'.split(' '),
)
const breaking = new Set(
  'p div section article main header footer aside nav address center dl dt dd li fieldset form details summary body html pre td th tr tbody thead tfoot figcaption hgroup search'.split(
    ' ',
  ),
)

function isHidden(element: MarkupElement): boolean {
  const style = styleOf(element)
  if (style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all') return true
  return style.get('mso-list') === 'ignore' || element.attributes.hidden !== undefined
}

const makers: Record<string, (element: MarkupElement, context: ConversionContext, marks: Mark[]) => Block[]> = {
  ul: listsOf,
  ol: listsOf,
  table: tablesOf,
  figure: figuresOf,
  iframe: framesOf,
  img: (element, context) => picturesOf(element, context),
  hr: () => [{ type: 'rule' }],
  blockquote: quotesOf,
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, headingsOf])),
}

function piecesFor(element: MarkupElement, within: Mark[], context: ConversionContext): Piece[] {
  const marks = marksWithin(element, within, context.report)
  const items = wordWebItems(element)
  if (items) return items.flatMap(({ item, place }) => asLines(context.flow(item.children, marks), place))
  const make = Object.hasOwn(makers, element.name) ? makers[element.name] : undefined
  if (make) return [...make(element, context, marks), ...context.apart.splice(0)]
  const level = element.name === 'p' ? wordHeading(element) : null
  if (level !== null) return headingsAt(level, element, context, marks)
  const pieces = context.flow(element.name === 'pre' ? withLineEnds(element.children) : element.children, marks)
  const place = wordLevel(element)
  return place ? asLines(pieces, place) : pieces
}

function asLines(pieces: Piece[], place: Omit<ListLine, 'type' | 'content'>): Piece[] {
  return pieces.map((piece) => (piece.type === 'paragraph' ? { type: 'listLine', ...place, content: piece.content ?? [] } : piece))
}

function headingsOf(element: MarkupElement, context: ConversionContext, marks: Mark[]): Block[] {
  return headingsAt(Number(element.name[1]), element, context, marks)
}

function headingsAt(said: number, element: MarkupElement, context: ConversionContext, marks: Mark[]): Block[] {
  if (said === 1 && context.takeTitle(element)) return []
  const level = Math.min(4, Math.max(2, said))
  return context.blocks(element.children, without(marks, 'bold')).map((block) => {
    if (block.type !== 'paragraph') return block
    return { type: 'heading', attrs: { level }, content: notBold(block.content ?? []) } satisfies Heading
  })
}

const lineEnd: MarkupElement = { name: 'br', attributes: {}, children: [] }

/** Where line ends are kept, each ends a paragraph. */
function withLineEnds(nodes: readonly MarkupNode[]): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (typeof node !== 'string') return [{ ...node, children: withLineEnds(node.children) }]
    return node.split('\n').flatMap((line, i) => (i === 0 ? [line] : [lineEnd, line]))
  })
}

/** A heading is bold as it is. */
function notBold(content: Inline): Inline {
  return content.map((node) => {
    if (node.type !== 'text' || !node.marks) return node
    const { marks, ...plain } = node
    const left = without(marks, 'bold')
    return left.length > 0 ? { ...plain, marks: left } : plain
  })
}

function quotesOf(element: MarkupElement, context: ConversionContext, marks: Mark[]): Block[] {
  const content = paragraphsAndLists(context.blocks(element.children, marks), context)
  return content.length > 0 ? [{ type: 'quote', content }] : []
}
