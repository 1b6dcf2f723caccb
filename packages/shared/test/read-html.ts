import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** An element or a text of parsed HTML, with the elements around it from the outermost on. */
export interface Found {
  element?: { name: string; attributes: Record<string, string> }
  text?: string
  around: { name: string; attributes: Record<string, string> }[]
}

/** What a browser's parser makes of the HTML, in the order of the document. */
export function readHtml(html: string): Found[] {
  return found(parseFragment(html).childNodes, [])
}

/** All text of the HTML, one after the other. */
export function textOfHtml(html: string): string {
  return readHtml(html)
    .map(({ text }) => text ?? '')
    .join('')
}

function found(nodes: Node[], around: Found['around']): Found[] {
  return nodes.flatMap((node): Found[] => {
    if (node.nodeName === '#text') return [{ text: (node as DefaultTreeAdapterTypes.TextNode).value, around }]
    const { attrs = [], childNodes = [] } = node as Element
    const element = { name: node.nodeName, attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])) }
    return [{ element, around }, ...found(childNodes, [...around, element])]
  })
}
