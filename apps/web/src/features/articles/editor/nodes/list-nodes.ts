import { type Editor, Node, wrappingInputRule } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'

const start = {
  default: null,
  parseHTML: (element: HTMLElement) => {
    const number = element.getAttribute('start')
    return number !== null && /^\d{1,5}$/.test(number) ? Number(number) : null
  },
}

export const BulletListNode = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ start: { ...start, rendered: false } }),
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-*]\s$/, type: this.type })]
  },
})

export const OrderedListNode = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ start }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
})

export const ListItemNode = Node.create({
  name: 'listItem',
  content: '(paragraph | list)+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      // Only in a list: elsewhere the Tab key leaves the text.
      Tab: () => isInList(this.editor) && (this.editor.commands.sinkListItem(this.name) || true),
      'Shift-Tab': () => isInList(this.editor) && (this.editor.commands.liftListItem(this.name) || true),
    }
  },
})

function isInList(editor: Editor): boolean {
  return editor.isActive('listItem')
}

/** In how many lists a place is. */
export function listDepth($at: ResolvedPos): number {
  return Array.from({ length: $at.depth }, (_, depth) => $at.node(depth + 1)).filter(({ type }) => type.isInGroup('list')).length
}
