import type { Body } from '@bantin/shared/body'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Edited, Selected } from './block-edits.ts'
import { writeBlock } from './block-field.tsx'
import { type PlainBlock, toBody, toPlainBlocks } from './plain-blocks.ts'

/**
 * The blocks of a body under edit. Typing changes `live` and renders nothing; an edit of the list (`apply`) renders it,
 * writes the text areas whose text it changed and sets the caret.
 */
export function useBlocks(initial: Body, onChange: (body: Body) => void) {
  const [blocks, setBlocks] = useState(() => toPlainBlocks(initial))
  const [currentId, setCurrentId] = useState((blocks[0] as PlainBlock).id)
  const live = useRef(blocks)
  const root = useRef<HTMLDivElement>(null)
  const caret = useRef<Edited['caret'] | null>(null)

  const areaOf = useCallback((id: string) => root.current?.querySelector<HTMLTextAreaElement>(`[data-block="${id}"]`) ?? null, [])
  const type = useCallback(
    (id: string, text: string): void => {
      live.current = live.current.map((block) => (block.id === id ? { ...block, text } : block))
      onChange(toBody(live.current))
    },
    [onChange],
  )

  const apply = useCallback(
    (edited: Edited | null): void => {
      if (!edited) return
      live.current = edited.blocks
      caret.current = edited.caret
      for (const block of edited.blocks) writeBlock(areaOf(block.id), block.text)
      setBlocks(edited.blocks)
      setCurrentId(edited.caret.id)
      onChange(toBody(edited.blocks))
    },
    [areaOf, onChange],
  )

  /** Other blocks, put there by other means than editing. */
  const show = useCallback((next: PlainBlock[]): void => {
    live.current = next
    setBlocks(next)
  }, [])

  const focusBlock = useCallback((id: string, at: number): void => placeCaret(areaOf(id), at), [areaOf])

  // Runs after every rendering that an edit of the list caused, when its blocks are on the screen.
  useLayoutEffect(() => {
    const to = caret.current
    caret.current = null
    if (to) focusBlock(to.id, to.at)
  })

  return { blocks, currentId, live, root, areaOf, type, apply, show, focusBlock, enter: setCurrentId }
}

export type Blocks = ReturnType<typeof useBlocks>

/** What is selected in a block's text area; the start of the block `id` when it is not on the screen. */
export function selectedIn(area: HTMLTextAreaElement | null, id = ''): Selected {
  return area ? { id: area.dataset.block ?? id, start: area.selectionStart, end: area.selectionEnd } : { id, start: 0, end: 0 }
}

function placeCaret(area: HTMLTextAreaElement | null, at: number): void {
  area?.focus()
  area?.setSelectionRange(at, at)
}
