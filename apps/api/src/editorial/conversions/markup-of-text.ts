import type { MarkupElement } from '@bantin/shared/incoming/markup'

/**
 * Plain text as markup: empty lines stand between paragraphs. Where there are none, every line is a paragraph, because line ends were
 * made by hand. Lines that look like items of a list stay text, each on its own.
 */
export function markupOfText(text: string): MarkupElement {
  const blocks = text.replaceAll(/\r\n?/g, '\n').split(/\n[^\S\n]*\n/)
  const parts = blocks.filter((block) => block.trim() !== '').length > 1 ? blocks.flatMap(withItemsApart) : text.split(/[\r\n]+/)
  const paragraphs = parts.filter((part) => part.trim() !== '')
  return { name: 'body', attributes: {}, children: paragraphs.map((part) => ({ name: 'p', attributes: {}, children: [part] })) }
}

function withItemsApart(block: string): string[] {
  return block.split(/\n(?=[^\S\n]*(?:[-–—•*+]|\(?(?:\d{1,3}|\p{L})[.)])[^\S\n])/u)
}
