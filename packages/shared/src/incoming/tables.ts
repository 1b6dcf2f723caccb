import { blockText } from '../body/body-text.ts'
import { maxChildren, maxSpan } from '../body/bounds.ts'
import type { Block, Table } from '../body.ts'
import type { ConversionContext } from './conversion-context.ts'
import { piecesOf } from './line.ts'
import { elementsIn, type MarkupElement, type MarkupNode, wordsOf } from './markup.ts'
import { paragraphsAndLists } from './narrow.ts'

type Row = Table['content'][number]
type Cell = Row['content'][number]

/** A table of HTML; its caption comes before it. One that only lays out a page is what stands in it. */
export function tablesOf(element: MarkupElement, context: ConversionContext): Block[] {
  const rows = rowsIn(element)
  const cells = rows.flatMap(cellsIn)
  const isLayout = cells.length < 2 || element.attributes.role === 'presentation'
  const caption = elementsIn(element, 'caption').flatMap(({ children }) => context.blocks(children, []))
  if (isLayout) return [...caption, ...cells.flatMap(({ children }) => context.blocks(children, []))]
  const content = rows.map((row): Row => ({ type: 'tableRow', content: cellsOf(row, context) }))
  // It only laid out pictures, which come apart.
  if (context.apart.length > 0 && content.every(saysNothing)) return caption
  return [...caption, ...piecesOf(content, maxChildren.table).map((part): Table => ({ type: 'table', content: part }))]
}

function saysNothing({ content }: Row): boolean {
  return content.every((cell) => cell.content.every((block) => blockText(block) === ''))
}

function cellsOf(row: MarkupElement, context: ConversionContext): Cell[] {
  const cells = cellsIn(row)
  for (const surplus of cells.slice(maxChildren.tableRow)) context.report.add('table column', wordsOf(surplus))
  return cells.slice(0, maxChildren.tableRow).map((cell) => cellOf(cell, context))
}

function cellOf(cell: MarkupElement, context: ConversionContext): Cell {
  const content = paragraphsAndLists(context.blocks(cell.children, []), context)
  const spans = { ...spanOf(cell, 'colspan'), ...spanOf(cell, 'rowspan') }
  return {
    type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(spans).length > 0 ? { attrs: spans } : {}),
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

function spanOf(cell: MarkupElement, name: 'colspan' | 'rowspan'): { colspan?: number; rowspan?: number } {
  const value = Number(cell.attributes[name] ?? 1)
  return Number.isInteger(value) && value > 1 ? { [name]: Math.min(value, maxSpan) } : {}
}

function rowsIn(element: MarkupElement): MarkupElement[] {
  return childrenNamed(element.children, ['tr', 'thead', 'tbody', 'tfoot']).flatMap((child) =>
    child.name === 'tr' ? [child] : rowsIn(child),
  )
}

function cellsIn(row: MarkupElement): MarkupElement[] {
  return childrenNamed(row.children, ['td', 'th'])
}

function childrenNamed(nodes: readonly MarkupNode[], names: string[]): MarkupElement[] {
  return nodes.filter((node): node is MarkupElement => typeof node !== 'string' && names.includes(node.name))
}
