import type { Block, List, Paragraph, Video } from '../body.ts'
import { watchAddress } from '../video-hosts.ts'
import type { ConversionContext } from './conversion-context.ts'

/** Where only paragraphs and lists may stand: pictures come apart, of everything else the words stay as paragraphs. */
export function paragraphsAndLists(blocks: Block[], { report, apart }: ConversionContext): (Paragraph | List)[] {
  return blocks.flatMap((block): (Paragraph | List)[] => {
    switch (block.type) {
      case 'paragraph':
      case 'bulletList':
      case 'orderedList':
        return [block]
      case 'heading':
      case 'file':
        return [{ type: 'paragraph', ...(block.content ? { content: block.content } : {}) }]
      case 'quote':
        return block.content
      case 'video':
        return [linkTo(block)]
      case 'table':
        report.add('nested table')
        return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content)).filter(saysSomething)
      case 'figure':
        apart.push(block)
        return []
      case 'gallery':
        apart.push(...block.content)
        return []
      default:
        return []
    }
  })
}

function saysSomething(block: Paragraph | List): boolean {
  return block.type !== 'paragraph' || (block.content?.length ?? 0) > 0
}

function linkTo({ attrs, content = [] }: Video): Paragraph {
  const href = watchAddress(attrs.host, attrs.videoId)
  const link = { type: 'link' as const, attrs: { href } }
  const words = content.length > 0 ? content : [{ type: 'text' as const, text: href }]
  return {
    type: 'paragraph',
    content: words.map((node) => (node.type === 'text' ? { ...node, marks: [...(node.marks ?? []), link] } : node)),
  }
}
