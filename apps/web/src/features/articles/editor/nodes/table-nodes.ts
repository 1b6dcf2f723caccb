import { Extension, Node } from '@tiptap/core'
import { addRowAfter, goToNextCell, tableEditing } from '@tiptap/pm/tables'

const roles: Record<string, string> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' }

function span(name: 'colspan' | 'rowspan') {
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => Math.min(50, Math.max(1, Number(element.getAttribute(name)) || 1)),
    renderHTML: (attributes: Record<string, unknown>) => (Number(attributes[name]) > 1 ? { [name]: attributes[name] } : {}),
  }
}

// The library's own commands read `colwidth`; columns have no widths here, and no body holds one.
const cellAttributes = () => ({ colspan: span('colspan'), rowspan: span('rowspan'), colwidth: { default: null, rendered: false } })
const cellContent = '(paragraph | list)+'

/** A table lies in a box of its own that scrolls sideways on a narrow screen. */
export const TableNode = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-table]', contentElement: 'tbody' }, { tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-table': '', ...HTMLAttributes }, ['table', ['tbody', 0]]],
  addKeyboardShortcuts() {
    const { editor } = this
    const run = (command: typeof addRowAfter) => command(editor.state, editor.view.dispatch)
    return {
      Tab: () => editor.isActive('table') && (run(goToNextCell(1)) || (run(addRowAfter) && run(goToNextCell(1))) || true),
      'Shift-Tab': () => editor.isActive('table') && (run(goToNextCell(-1)) || true),
    }
  },
})

export const TableRowNode = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
})

export const TableCellNode = Node.create({
  name: 'tableCell',
  content: cellContent,
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

export const TableHeaderNode = Node.create({
  name: 'tableHeader',
  content: cellContent,
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})

/** Selecting and mending cells. */
export const TableEditing = Extension.create({
  name: 'tableEditing',
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing()],
})
