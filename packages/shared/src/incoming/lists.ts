import { maxChildren, maxListDepth } from '../body/bounds.ts'
import type { List, ListItem, Paragraph } from '../body.ts'
import type { ConversionContext, ListLine } from './conversion-context.ts'
import { piecesOf } from './line.ts'
import type { MarkupElement, MarkupNode } from './markup.ts'
import { paragraphsAndLists } from './narrow.ts'

/** A list of HTML. A list that stands in another one without an item of its own, as old editors write it, belongs to the item before. */
export function listsOf(element: MarkupElement, context: ConversionContext): List[] {
  const items: ListItem[] = []
  for (const child of element.children) {
    const content = itemContent(child, context)
    const [first] = content
    const last = items.at(-1)
    if (first === undefined) continue
    if (last && isList(child)) last.content.push(...content)
    else items.push({ type: 'listItem', content })
  }
  return asLists(items, element.name === 'ol', startOf(element))
}

function itemContent(child: MarkupNode, context: ConversionContext): ListItem['content'] {
  if (typeof child === 'string' || child.name !== 'li') return paragraphsAndLists(context.blocks([child], []), context)
  return paragraphsAndLists(context.blocks(child.children, []), context)
}

function isList(node: MarkupNode): boolean {
  return typeof node !== 'string' && (node.name === 'ul' || node.name === 'ol')
}

function startOf({ attributes }: MarkupElement): number | undefined {
  return /^\d{1,5}$/.test(attributes.start ?? '') ? Number(attributes.start) : undefined
}

/** Lists of Word's lines: a deeper line stands in the item before it, and a change of kind on the first level begins another list. */
export function listsOfLines(lines: ListLine[]): List[] {
  const [first] = lines
  if (!first) return []
  const base = Math.min(...lines.map(({ level }) => level))
  const items: { isOrdered: boolean; number?: number; own: Paragraph; inner: ListLine[] }[] = []
  for (const line of lines) {
    const last = items.at(-1)
    if (last && line.level > base) last.inner.push(line)
    else items.push({ ...line, own: { type: 'paragraph', content: line.content }, inner: [] })
  }
  const runs: (typeof items)[] = []
  for (const item of items) {
    const run = runs.at(-1)
    if (run?.[0]?.isOrdered === item.isOrdered) run.push(item)
    else runs.push([item])
  }
  return runs.flatMap((run) =>
    asLists(
      run.map(({ own, inner }) => ({ type: 'listItem' as const, content: [own, ...listsOfLines(inner)] })),
      run[0]?.isOrdered === true,
      run[0]?.number,
    ),
  )
}

function asLists(items: ListItem[], isOrdered: boolean, start = 1): List[] {
  const bounded = items.flatMap((item) =>
    piecesOf(item.content, maxChildren.listItem).map((content): ListItem => ({ type: 'listItem', content })),
  )
  return piecesOf(bounded, maxChildren.list).map((content, i) => {
    if (!isOrdered) return { type: 'bulletList', content }
    const from = start + i * maxChildren.list
    return from === 1 ? { type: 'orderedList', content } : { type: 'orderedList', attrs: { start: from }, content }
  })
}

/** The same with no list deeper than lists may be: such items follow the one that they stood in, on the last level there is. */
export function withinDepth(nodes: ListItem['content'], context: ConversionContext, depth = 1): ListItem['content'] {
  return nodes.flatMap((node): ListItem['content'] => (node.type === 'paragraph' ? [node] : bounded(node, context, depth)))
}

/** That of one list. */
export function bounded(list: List, context: ConversionContext, depth = 1): List[] {
  const content = list.content.flatMap((item): ListItem[] => {
    if (depth === maxListDepth) return flatItems(item, context)
    return piecesOf(withinDepth(item.content, context, depth + 1), maxChildren.listItem).map((part) => ({
      type: 'listItem',
      content: part,
    }))
  })
  return piecesOf(content, maxChildren.list).map((part) => ({ ...list, content: part }))
}

function flatItems(item: ListItem, context: ConversionContext): ListItem[] {
  if (item.content.every((node) => node.type === 'paragraph')) return [item]
  context.report.add('list level')
  return itemsIn(item)
}

function itemsIn({ content }: ListItem): ListItem[] {
  return content.flatMap((node) =>
    node.type === 'paragraph' ? [{ type: 'listItem' as const, content: [node] }] : node.content.flatMap(itemsIn),
  )
}
