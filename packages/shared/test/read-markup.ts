import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { type MarkupElement, markupFrom } from '../src/incoming/markup.ts'

type Node = DefaultTreeAdapterTypes.Node

/** HTML as markup, as a browser's parser reads it. */
export function readMarkup(html: string): MarkupElement {
  return markupFrom<Node>(parse(html).childNodes.find(({ nodeName }) => nodeName === 'html') as Node, (node) => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
    if (node.nodeName.startsWith('#')) return null
    const { attrs = [], childNodes = [] } = node as DefaultTreeAdapterTypes.Element
    return {
      name: node.nodeName,
      attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
      children: childNodes,
    }
  }) as MarkupElement
}
