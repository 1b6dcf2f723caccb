import type { Body } from '../body.ts'

/** A body made of plain text: empty lines between paragraphs, single line breaks become spaces. */
export function bodyFromText(text: string): Body {
  const paragraphs = text
    .split(/\n[ \t]*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
  return { type: 'doc', content: paragraphs.map((part) => ({ type: 'paragraph', content: [{ type: 'text', text: part }] })) }
}
