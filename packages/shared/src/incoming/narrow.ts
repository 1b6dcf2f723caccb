import type { Block, List, Paragraph } from '../body.ts'
import type { ConversionContext } from './conversion-context.ts'

/** Where only paragraphs and lists may stand: the words of everything else as paragraphs, what they lose told. */
export function paragraphsAndLists(blocks: Block[], { report }: ConversionContext, place: string): (Paragraph | List)[] {
  return blocks.flatMap((block): (Paragraph | List)[] => {
    switch (block.type) {
      case 'paragraph':
      case 'bulletList':
      case 'orderedList':
        return [block]
      case 'heading':
        return [{ type: 'paragraph', ...(block.content ? { content: block.content } : {}) }]
      case 'quote':
        return block.content
      case 'table':
        report.add(`table in ${place}`)
        return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content)).filter(saysSomething)
      default:
        if (block.type !== 'rule') report.add(`${block.type} in ${place}`)
        return 'content' in block && block.type !== 'gallery' && block.content && block.content.length > 0
          ? [{ type: 'paragraph', content: block.content }]
          : []
    }
  })
}

function saysSomething(block: Paragraph | List): boolean {
  return block.type !== 'paragraph' || (block.content?.length ?? 0) > 0
}
