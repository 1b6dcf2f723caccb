import { isBlockId } from '@bantin/shared/body/block-id'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { makeBlockId } from '../block-id.ts'
import { isBlank } from '../document-body.ts'

const blockTypes = ['paragraph', 'heading', 'bulletList', 'orderedList', 'quote', 'figure', 'gallery', 'table', 'file', 'video', 'rule']

/**
 * Every block of the text has an id of its own, which it keeps while it is typed in, split, joined, moved and made into another kind.
 * Nothing that an input method composes in is touched; it gets its turn when that is done.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes: () => [
    {
      types: blockTypes,
      attributes: {
        id: {
          default: null,
          keepOnSplit: false,
          parseHTML: ({ dataset }) => (isBlockId(dataset.block ?? '') ? dataset.block : null),
          renderHTML: ({ id }) => (id ? { 'data-block': id } : {}),
        },
      },
    },
  ],
  addProseMirrorPlugins: () => [blockIds()],
})

function blockIds(): Plugin {
  let view: EditorView | undefined
  return new Plugin({
    view: (made) => {
      view = made
      return {}
    },
    props: {
      handleDOMEvents: {
        compositionend: (composed) => {
          // What was composed is read a moment later.
          setTimeout(() => (composed.isDestroyed ? undefined : composed.dispatch(composed.state.tr.setMeta(blocksComposed, true))), 60)
          return false
        },
      },
    },
    appendTransaction: (transactions, before, after) => {
      if (!transactions.some((each) => each.docChanged || each.getMeta(blocksComposed))) return null
      return withIds(transactions, before, after, view?.composing === true)
    },
  })
}

const blocksComposed = 'blocksComposed'

function withIds(transactions: readonly Transaction[], before: EditorState, after: EditorState, composing: boolean): Transaction | null {
  const { tr, selection } = after
  const ids = idsOf(transactions, before.doc, after.doc)
  const set = (pos: number, node: Node, id: string | null): void => {
    const composedIn = composing && selection.from > pos && selection.from < pos + node.nodeSize
    if (!composedIn) tr.setNodeAttribute(pos, 'id', id)
  }
  after.doc.forEach((node, pos, index) => {
    const id = ids[index] ?? null
    if (node.attrs.id !== id) set(pos, node, id)
    node.descendants((inner, offset) => {
      if (inner.attrs.id != null) set(pos + 1 + offset, inner, null)
    })
  })
  // Steps forget the marks that the next letter is to have.
  return tr.docChanged ? tr.setStoredMarks(after.storedMarks) : null
}

/** The id of each block: the one that it has, or of what it was made of, or a fresh one. */
function idsOf(transactions: readonly Transaction[], before: Node, after: Node): string[] {
  const places = placesOf(transactions, before)
  const blocks: { node: Node; pos: number; id: string | null }[] = []
  after.forEach((node, pos) => void blocks.push({ node, pos, id: isBlockId(node.attrs.id ?? '') ? node.attrs.id : null }))
  const taken = new Map<string, number>()
  for (const [index, { id, pos }] of blocks.entries()) if (id && (!taken.has(id) || places.get(id) === pos)) taken.set(id, index)
  for (const [index, block] of blocks.entries()) if (block.id && taken.get(block.id) !== index) block.id = null
  keepWithText(blocks, before)
  for (const block of blocks) {
    if (block.id) continue
    const lost = [...places].filter(([id]) => !taken.has(id))
    block.id = innerId(block.node, taken) ?? lost.find(([, at]) => at >= block.pos && at < block.pos + block.node.nodeSize)?.[0] ?? null
    if (block.id) taken.set(block.id, -1)
  }
  return blocks.map(({ id }) => id ?? makeBlockId())
}

/** Where each block of the document before would be now. */
function placesOf(transactions: readonly Transaction[], before: Node): Map<string, number> {
  const mapping = new Mapping(transactions.flatMap(({ mapping: { maps } }) => maps))
  const places = new Map<string, number>()
  before.forEach((node, pos) => {
    if (isBlockId(node.attrs.id ?? '')) places.set(node.attrs.id, mapping.map(pos))
  })
  return places
}

/** Enter at the start of a block makes a blank one before it: the id goes on with the text. */
function keepWithText(blocks: { node: Node; id: string | null }[], before: Node): void {
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    if (!block.id || !next || next.id || !isBlank(block.node)) continue
    const source = before.children.find(({ attrs }) => attrs.id === block.id)
    if (source && !isBlank(source) && source.content.eq(next.node.content)) [block.id, next.id] = [null, block.id]
  }
}

function innerId(node: Node, taken: ReadonlyMap<string, number>): string | null {
  let found: string | null = null
  node.descendants(({ attrs }) => {
    if (found === null && isBlockId(attrs.id ?? '') && !taken.has(attrs.id)) found = attrs.id
  })
  return found
}
