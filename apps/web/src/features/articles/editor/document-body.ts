import type { Block, Body } from '@bantin/shared/body'
import { textPieces } from '@bantin/shared/body/text-pieces'
import { tidyBody } from '@bantin/shared/body/tidy-body'
import type { JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { makeBlockId } from './block-id.ts'

/** The body that the document stands for. Blank paragraphs and headings are left out: an empty line is layout, not text. */
export function bodyOf(doc: Node): Body {
  return { type: 'doc', content: doc.children.flatMap((node) => blockOf(node) ?? []) }
}

/** The document of a body, with a last paragraph to go on writing in. */
export function documentOf(body: Body): JSONContent {
  const { content } = tidyBody(body, makeBlockId)
  return { type: 'doc', content: content.at(-1)?.type === 'paragraph' ? content : [...content, blankParagraph()] }
}

export function blankParagraph(): JSONContent {
  return { type: 'paragraph', attrs: { id: makeBlockId() } }
}

/** Nodes never change: what was read of one holds as long as it is there, and a block that was not edited stays the same object. */
const known = new WeakMap<Node, Block | null>()

/** A top-level node as the contract has it; null for a blank one. */
export function blockOf(node: Node): Block | null {
  const found = known.get(node)
  if (found !== undefined) return found
  const block = isBlank(node) ? null : (tidyBody({ type: 'doc', content: [contractJson(node) as Block] }, makeBlockId).content[0] ?? null)
  known.set(node, block)
  return block
}

/** Whether a block holds nothing that somebody wrote. */
export function isBlank({ type, content, textContent }: Node): boolean {
  if (type.name !== 'paragraph' && type.name !== 'heading') return false
  return textContent.trim() === '' && content.content.every(({ isText }) => isText)
}

function contractJson(node: Node): JSONContent {
  if (node.type.name === 'person') return { type: 'person', attrs: node.attrs }
  const { marks: _, ...json } = node.toJSON() as JSONContent
  if (!node.isTextblock) return { ...json, ...(node.isLeaf ? {} : { content: node.children.map(contractJson) }) }
  return { ...json, content: node.children.flatMap(inlineJson) }
}

function inlineJson(node: Node): JSONContent[] {
  if (!node.isText) return [contractJson(node)]
  const { text = '', ...rest } = node.toJSON() as JSONContent
  return textPieces(text).map((piece) => ({ ...rest, type: 'text', text: piece }))
}
