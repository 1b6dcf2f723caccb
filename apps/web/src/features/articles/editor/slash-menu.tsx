import { fold } from '@bantin/shared/text'
import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { CaretMenu } from './caret-menu.tsx'
import type { Insert } from './inserts.ts'
import { useEditorValue } from './use-editor-value.ts'

/** What stands behind `/` in a line that begins with it and ends at the caret; null: no such line, or more words than any name has. */
export function readSlash({ selection }: EditorState): string | null {
  const { $head, empty } = selection
  const { parent, parentOffset } = $head
  const isLine = empty && $head.depth === 1 && parent.type.name === 'paragraph' && parentOffset === parent.content.size
  return isLine && /^\/[^\s/]{0,20}( [^\s/]{1,20}){0,3} ?$/.test(parent.textContent) ? parent.textContent.slice(1) : null
}

/** What can be put in, by `/` and letters with or without their marks. */
export function SlashMenu({ editor, inserts }: { editor: Editor; inserts: Insert[] }) {
  const words = useDeskText().editor
  const query = useEditorValue(editor, readSlash)
  const found = query === null ? [] : inserts.filter(({ name }) => isMeant(words.kinds[name], query))
  const take = (at: number): void => {
    const { $head } = editor.state.selection
    editor.view.dispatch(editor.state.tr.delete($head.start(), $head.end()))
    found[at]?.run()
  }
  const offered = found.map(({ name }) => ({ key: name, label: words.kinds[name] }))
  const length = (query ?? '').length + 1
  return (
    <CaretMenu editor={editor} query={query} length={length} found={offered} label={words.slash} some={words.slashSome} onTake={take} />
  )
}

/** By the start of one of its words: `/anh` means a picture (ảnh), not a list (danh sách). */
function isMeant(name: string, query: string): boolean {
  return ` ${fold(name)}`.includes(` ${fold(query).trim()}`)
}
