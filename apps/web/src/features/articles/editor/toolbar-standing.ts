import { plainMarks } from '@bantin/shared/body/bounds'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import type { EditorState } from '@tiptap/pm/state'
import { blockKind, currentBlock, isOfText } from './block-commands.ts'
import type { BlockKind } from './block-kinds.ts'

/** What the toolbar shows of the text at the caret. */
export interface ToolbarStanding {
  kind: BlockKind
  /** The block's text can become another kind of text. */
  isText: boolean
  inTable: boolean
  inList: 'bulletList' | 'orderedList' | null
  /** Marks of what is selected, or of what is typed next. */
  marks: string[]
  canUndo: boolean
  canRedo: boolean
}

export function readStanding(state: EditorState): ToolbarStanding {
  const { node } = currentBlock(state)
  const kind = blockKind(node)
  return {
    kind,
    isText: isOfText(node),
    inTable: kind === 'table',
    inList: innermostList(state),
    marks: [...plainMarks, 'link', 'lang'].filter((name) => hasMark(state, name)),
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
  }
}

function innermostList({ selection: { $head } }: EditorState): ToolbarStanding['inList'] {
  for (let depth = $head.depth; depth > 0; depth--) {
    const { name } = $head.node(depth).type
    if (name === 'bulletList' || name === 'orderedList') return name
  }
  return null
}

function hasMark({ doc, selection, storedMarks, schema }: EditorState, name: string): boolean {
  const type = schema.marks[name]
  if (!type) return false
  const { from, to, empty, $from } = selection
  return empty ? type.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, type)
}
