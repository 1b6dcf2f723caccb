import { fold } from '@bantin/shared/text'
import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { type CSSProperties, useEffect, useEffectEvent, useId, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import type { Insert } from './inserts.ts'
import styles from './slash-menu.module.css'
import { useEditorValue } from './use-editor-value.ts'

/** What stands behind `/` in a line that begins with it and ends at the caret; null: no such line, or more words than any name has. */
export function readSlash({ selection }: EditorState): string | null {
  const { $head, empty } = selection
  const { parent, parentOffset } = $head
  const isLine = empty && $head.depth === 1 && parent.type.name === 'paragraph' && parentOffset === parent.content.size
  return isLine && /^\/[^\s/]{0,20}( [^\s/]{1,20}){0,3} ?$/.test(parent.textContent) ? parent.textContent.slice(1) : null
}

/**
 * What can be put in, by `/` and letters with or without their marks. It only looks at what is written: letters go into the text as ever,
 * and while a word is composed it stays as it is.
 */
export function SlashMenu({ editor, inserts }: { editor: Editor; inserts: Insert[] }) {
  const words = useDeskText().editor
  const query = useEditorValue(editor, readSlash)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const [chosen, setChosen] = useState(0)
  const id = useId()
  const found = query === null ? [] : inserts.filter(({ name }) => isMeant(words.kinds[name], query))
  const isWriting = useFocused(editor)
  const isOpen = isWriting && query !== null && found.length > 0 && !(dismissed !== null && query.startsWith(dismissed))
  const place = usePlace(editor, isOpen)
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  const take = (insert: Insert): void => {
    const { $head } = editor.state.selection
    editor.view.dispatch(editor.state.tr.delete($head.start(), $head.end()))
    setChosen(0)
    insert.run()
  }
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (!isOpen || event.isComposing || event.keyCode === 229) return
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const [by, insert] = [moves[event.key], found[at]]
    if (by !== undefined) setChosen((at + by + found.length) % found.length)
    else if (event.key === 'Escape') setDismissed(query)
    else if (event.key === 'Enter' && insert) take(insert)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    const { dom } = editor.view
    const keydown = (event: KeyboardEvent): void => press(event)
    dom.addEventListener('keydown', keydown, { capture: true })
    return () => dom.removeEventListener('keydown', keydown, { capture: true })
  }, [editor])
  useEffect(() => {
    if (query === null) setDismissed(null)
  }, [query])
  useEffect(() => {
    const { dom } = editor.view
    if (!isOpen) return
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${at}`)
    document.getElementById(`${id}-${at}`)?.scrollIntoView?.({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, isOpen, id, at])
  return (
    <>
      <div role="status">{isOpen ? <VisuallyHidden>{words.slashSome(found.length)}</VisuallyHidden> : null}</div>
      {isOpen ? (
        <div id={id} className={styles.menu} role="listbox" aria-label={words.slash} style={place}>
          {found.map((insert, index) => (
            <div
              key={insert.name}
              id={`${id}-${index}`}
              className={styles.option}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(insert)}
              onKeyDown={undefined}
            >
              {words.kinds[insert.name]}
            </div>
          ))}
        </div>
      ) : null}
    </>
  )
}

/** By the start of one of its words: `/anh` means a picture (ảnh), not a list (danh sách). */
function isMeant(name: string, query: string): boolean {
  return ` ${fold(name)}`.includes(` ${fold(query).trim()}`)
}

/** Whether the text has the focus. */
function useFocused(editor: Editor): boolean {
  const [isFocused, setFocused] = useState(() => editor.view.hasFocus())
  useEffect(() => {
    const look = (): void => setFocused(editor.view.hasFocus())
    const { dom } = editor.view
    dom.addEventListener('focus', look)
    dom.addEventListener('blur', look)
    return () => {
      dom.removeEventListener('focus', look)
      dom.removeEventListener('blur', look)
    }
  }, [editor])
  return isFocused
}

/** Where the menu stands; it goes with its line when the page is scrolled. */
function usePlace(editor: Editor, isOpen: boolean): CSSProperties {
  const [, setMoved] = useState(0)
  useEffect(() => {
    if (!isOpen) return
    const move = (): void => setMoved((times) => times + 1)
    window.addEventListener('scroll', move)
    window.addEventListener('resize', move)
    return () => {
      window.removeEventListener('scroll', move)
      window.removeEventListener('resize', move)
    }
  }, [isOpen])
  return isOpen ? placeOf(editor) : {}
}

/** How high the menu is with all its lines, in pixels. */
const whole = 380

/** Below the line with the caret, or above it where there is more room; as high as the room is. */
function placeOf({ view, state }: Editor): CSSProperties {
  const { left, top, bottom } = view.coordsAtPos(state.selection.$head.start())
  const below = window.innerHeight - bottom
  const insetInlineStart = Math.max(8, Math.min(left, window.innerWidth - 240))
  const isAbove = below < whole && top > below
  const maxBlockSize = Math.min(whole, Math.max(top, below) - 12)
  return {
    insetInlineStart,
    maxBlockSize,
    ...(isAbove ? { insetBlockEnd: window.innerHeight - top + 4 } : { insetBlockStart: bottom + 4 }),
  }
}
