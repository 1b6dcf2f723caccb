import { blockText } from '../body/body-text.ts'
import { maxBlocks, maxChildren } from '../body/bounds.ts'
import type { Block, Body, Table } from '../body.ts'
import type { Dropped } from '../conversions.ts'
import { cleanText, isStorable } from '../text.ts'
import type { ConversionContext, ListLine, Piece } from './conversion-context.ts'
import { createReport } from './dropped.ts'
import { flow } from './flow.ts'
import { piecesOf } from './line.ts'
import { bounded, listsOfLines, withinDepth } from './lists.ts'
import { elementsIn, type MarkupElement, wordsOf } from './markup.ts'

export interface MarkupOptions {
  /** The id of the library's picture that stands for this one, or null. Without it all pictures are left out. */
  pictureOf?: (src: string, alt: string) => string | null
  /** Whether the first heading of the first level is the document's title, and no part of its text. */
  takesTitle?: boolean
  /** What the document calls itself: its title, when no heading is. */
  name?: string | null
  /** Done to each text before anything else: letters of an old font become those of today. */
  rewrite?: (text: string) => string
}

export interface ConvertedMarkup {
  title: string | null
  body: Body
  dropped: Dropped[]
}

/**
 * The body that markup stands for: what has a place in it is kept, with its lists, headings, tables, links and bold; what has none is
 * left out and listed. Always fits the contract. Blocks have no ids yet: whoever keeps the body gives them.
 */
export function bodyOfMarkup(root: MarkupElement, options: MarkupOptions = {}): ConvertedMarkup {
  const report = createReport(cleaner())
  let title: string | null = null
  const clean = cleaner(options.rewrite)
  const context: ConversionContext = {
    pictureOf: options.pictureOf ?? (() => null),
    clean,
    report,
    apart: [],
    takeTitle: (heading) => {
      const words = titleOf(clean(wordsOf(heading)))
      if (!options.takesTitle || title !== null || words === null) return false
      title = words
      return true
    },
    flow: (nodes, marks) => flow(nodes, marks, context),
    blocks: (nodes, marks) => assemble(flow(nodes, marks, context)),
  }
  const blocks = context.blocks([root], []).flatMap((block) => withinBounds(block, context))
  for (const surplus of blocks.slice(maxBlocks)) report.add('block', blockText(surplus))
  const body: Body = { type: 'doc', content: blocks.slice(0, maxBlocks) }
  if (options.takesTitle) title ??= titleOf(clean(options.name ?? elementsIn(root, 'title').map(wordsOf).join(' ')))
  return { title, body, dropped: report.list() }
}

/** Lines of Word's lists that follow each other become lists. */
function assemble(pieces: Piece[]): Block[] {
  const blocks: Block[] = []
  let lines: ListLine[] = []
  const flush = (): void => {
    blocks.push(...listsOfLines(lines))
    lines = []
  }
  for (const piece of pieces) {
    if (piece.type === 'listLine') lines.push(piece)
    else {
      flush()
      blocks.push(piece)
    }
  }
  flush()
  return blocks
}

/** Lists are put together from within: how deep they lie, and how many there are then, is known at the end. */
function withinBounds(block: Block, context: ConversionContext): Block[] {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return bounded(block, context)
    case 'quote':
      return piecesOf(withinDepth(block.content, context), maxChildren.quote).map((content) => ({ ...block, content }))
    case 'table':
      return [
        { ...block, content: block.content.map((row) => ({ ...row, content: row.content.map((cell) => cellWithin(cell, context)) })) },
      ]
    default:
      return [block]
  }
}

function cellWithin(cell: Table['content'][number]['content'][number], context: ConversionContext) {
  const [content = [], ...surplus] = piecesOf(withinDepth(cell.content, context), maxChildren.cell)
  for (const part of surplus) context.report.add('table cell', part.map(blockText).join(' '))
  return { ...cell, content }
}

/** Text as the door has it, also where it could not be stored: what no writing has is left out of it. */
function cleaner(rewrite: MarkupOptions['rewrite'] = (text) => text): (text: string) => string {
  return (text) => {
    const rewritten = rewrite(text)
    if (isStorable(rewritten)) return cleanText(rewritten)
    const storable = rewritten
      .toWellFormed()
      .replaceAll('\0', '')
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    return cleanText(storable)
  }
}

const longestTitle = 300

function titleOf(words: string): string | null {
  const line = words.replace(/\s+/g, ' ').trim()
  return line === '' ? null : [...line].slice(0, longestTitle).join('').trim()
}
