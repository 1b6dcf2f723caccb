import { maxBlocks, maxChildren, maxListDepth, maxSpan } from '@bantin/shared/body/bounds'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { isBlank } from '../document-body.ts'

/**
 * What the contract would refuse when it is saved is not done at all, and `onRefused` is told. A text that is beyond the bounds already
 * can be edited like any other.
 */
export const Bounds = Extension.create<{ onRefused: () => void }>({
  name: 'bounds',
  addOptions: () => ({ onRefused: () => undefined }),
  addProseMirrorPlugins() {
    const { onRefused } = this.options
    const filterTransaction: Plugin['spec']['filterTransaction'] = ({ docChanged, doc, before }) => {
      if (!docChanged || isWithinBounds(doc) || !isWithinBounds(before)) return true
      onRefused()
      return false
    }
    return [new Plugin({ filterTransaction })]
  },
})

/** Whether the contract takes the document: as many lists in lists, and as much in each node, as it allows. */
export function isWithinBounds(doc: Node): boolean {
  return levelsIn(doc) <= maxListDepth
}

/** Nodes never change: with every letter only what was edited is counted anew. */
const known = new WeakMap<Node, number>()

/** How many lists stand in one another; endless where a node holds more than it may. */
function levelsIn(node: Node): number {
  const found = known.get(node)
  if (found !== undefined) return found
  const inner = node.isTextblock ? 0 : node.children.reduce((most, child) => Math.max(most, levelsIn(child)), 0)
  const levels = isTooFull(node) ? Number.POSITIVE_INFINITY : inner + (node.type.isInGroup('list') ? 1 : 0)
  known.set(node, levels)
  return levels
}

const most: Record<string, number> = {
  ...maxChildren,
  bulletList: maxChildren.list,
  orderedList: maxChildren.list,
  tableCell: maxChildren.cell,
  tableHeader: maxChildren.cell,
}

function isTooFull({ type, attrs, children, childCount, isTextblock }: Node): boolean {
  // Blank lines between blocks are not stored.
  if (type.name === 'doc') return childCount > maxBlocks && children.filter((child) => !isBlank(child)).length > maxBlocks
  if (Math.max(attrs.colspan ?? 1, attrs.rowspan ?? 1) > maxSpan) return true
  const allowed = isTextblock ? maxChildren.line : most[type.name]
  return allowed !== undefined && childCount > allowed
}
