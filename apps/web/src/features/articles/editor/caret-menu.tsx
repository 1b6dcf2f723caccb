import type { Editor } from '@tiptap/core'
import { type CSSProperties, useEffect, useEffectEvent, useId, useState } from 'react'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './caret-menu.module.css'

/** Something that is offered at the caret. */
export interface Offered {
  key: string
  label: string
  /** What tells it from others of the same label. */
  note?: string
}

interface CaretMenuProps {
  editor: Editor
  /** What is written so far; null: nothing is looked for. */
  query: string | null
  /** How many letters it stands before the caret, with its sign. */
  length: number
  found: readonly Offered[]
  label: string
  some: (many: number) => string
  /** Puts in the one at this place of the list. */
  onTake: (at: number) => void
}

/**
 * What letters at the caret offer, chosen by arrows and Enter or by hand. It only looks at what is written: letters go into the text as
 * ever, and while a word is composed it stays as it is.
 */
export function CaretMenu({ editor, query, length, found, label, some, onTake }: CaretMenuProps) {
  const [dismissed, setDismissed] = useState<string | null>(null)
  const [chosen, setChosen] = useState(0)
  const id = useId()
  const isWriting = useFocused(editor)
  const isOpen = isWriting && query !== null && found.length > 0 && !(dismissed !== null && query.startsWith(dismissed))
  const place = usePlace(editor, isOpen, length)
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  const take = (index: number): void => {
    setChosen(0)
    onTake(index)
  }
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (!isOpen || event.isComposing || event.keyCode === 229) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) setChosen((at + by + found.length) % found.length)
    else if (event.key === 'Escape') setDismissed(query)
    else if (event.key === 'Enter') take(at)
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
      <div role="status">{isOpen ? <VisuallyHidden>{some(found.length)}</VisuallyHidden> : null}</div>
      {isOpen ? (
        <div id={id} className={styles.menu} role="listbox" aria-label={label} style={place}>
          {found.map((one, index) => (
            <div
              key={one.key}
              id={`${id}-${index}`}
              className={styles.option}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(index)}
              onKeyDown={undefined}
            >
              {one.label}
              {one.note ? <span className={styles.note}>{one.note}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
    </>
  )
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
function usePlace(editor: Editor, isOpen: boolean, length: number): CSSProperties {
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
  return isOpen ? placeOf(editor, length) : {}
}

/** How high the menu is with all its lines, in pixels. */
const whole = 380

/** Below the line with the caret, or above it where there is more room; as high as the room is. */
function placeOf({ view, state }: Editor, length: number): CSSProperties {
  const { left, top, bottom } = view.coordsAtPos(Math.max(0, state.selection.head - length))
  const below = window.innerHeight - bottom
  const insetInlineStart = Math.max(8, Math.min(left, window.innerWidth - 240))
  const isAbove = below < whole && top > below
  const maxBlockSize = Math.min(whole, Math.max(top, below) - 12)
  return {
    insetInlineStart,
    maxInlineSize: window.innerWidth - insetInlineStart - 8,
    maxBlockSize,
    ...(isAbove ? { insetBlockEnd: window.innerHeight - top + 4 } : { insetBlockStart: bottom + 4 }),
  }
}
