import { type MarkupElement, markupFrom } from '@bantin/shared/incoming/markup'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** The markup of a page, or of a part of one, as a browser reads it. */
export function markupOfHtml(html: string): MarkupElement {
  const { childNodes } = parse(html)
  const root = { nodeName: 'html', attrs: [], childNodes } as unknown as Node
  return markupFrom<Node>(root, readNode) as MarkupElement
}

function readNode(node: Node) {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  if (node.nodeName.startsWith('#')) return null
  const { attrs = [], childNodes = [] } = node as Element
  const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]))
  return { name: node.nodeName.toLowerCase(), attributes, children: childNodes }
}
