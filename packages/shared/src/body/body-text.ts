import type { Block, Body, Inline } from '../body.ts'

/** The body's text, a block a paragraph, separated by empty lines: all that readers read of it, captions and credits too. */
export function bodyText(body: Body): string {
  return body.content.map(blockText).join('\n\n')
}

/** The words under its pictures. */
export function captionsOf(body: Body): string {
  const figures = body.content.flatMap((block) => (block.type === 'figure' ? [block] : block.type === 'gallery' ? block.content : []))
  return figures
    .map((figure) => inlineText(figure.content))
    .filter(Boolean)
    .join('\n')
}

/** The words of one block; its parts stand on lines of their own, the cells of a row apart by tabs. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'file':
    case 'video':
      return inlineText(block.content)
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item) => lines(item.content)).join('\n')
    case 'quote':
    case 'gallery':
      return lines(block.content)
    case 'figure':
      return [inlineText(block.content), block.attrs.credit ?? ''].filter((part) => part !== '').join('\n')
    case 'table':
      return block.content.map((row) => row.content.map((cell) => lines(cell.content)).join('\t')).join('\n')
    case 'rule':
      return ''
  }
}

/** The words of a line. */
export function inlineText(nodes: Inline = []): string {
  let text = ''
  for (const node of nodes) text += node.type === 'text' ? node.text : node.attrs.text
  return text
}

function lines(blocks: Block[]): string {
  return blocks.map(blockText).join('\n')
}
