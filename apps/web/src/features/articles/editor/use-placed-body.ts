import type { Body } from '@bantin/shared/body'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { placeText } from '../../../ui/use-placed-text.ts'
import type { Selected } from './block-edits.ts'
import { fitBlock } from './block-field.tsx'
import { neighbourOf, placeBlocks } from './place-blocks.ts'
import { type PlainBlock, toPlainBlocks } from './plain-blocks.ts'
import { type Blocks, selectedIn } from './use-blocks.ts'

/**
 * Puts `body` into the editor each time `turn` grows. Text areas whose text is the same are not touched, and the caret stays in its
 * block; where that is gone, it goes to the one in its place.
 */
export function usePlacedBody({ blocks: shown, live, root, areaOf, show, focusBlock }: Blocks, body: Body, turn: number): void {
  const held = useRef<{ caret: Selected; until: PlainBlock[] } | null>(null)
  const place = useEffectEvent((): void => {
    const before = live.current
    const blocks = placeBlocks(before, toPlainBlocks(body))
    for (const { id, text } of blocks) {
      const area = areaOf(id)
      if (area && placeText(area, text)) fitBlock(area)
    }
    const focused = document.activeElement
    const isInside = focused instanceof HTMLTextAreaElement && root.current?.contains(focused)
    held.current = isInside ? { caret: caretIn(selectedIn(focused), before, blocks), until: blocks } : null
    show(blocks)
  })
  useLayoutEffect(() => {
    if (turn > 0) place()
  }, [turn])
  // Runs after the blocks are on the screen: one that was moved there has lost the focus.
  useLayoutEffect(() => {
    if (held.current?.until !== shown) return
    const { id, start, end } = held.current.caret
    held.current = null
    const area = areaOf(id)
    if (!area || document.activeElement === area) return
    focusBlock(id, start)
    area.setSelectionRange(start, end)
  })
}

function caretIn(caret: Selected, before: PlainBlock[], blocks: PlainBlock[]): Selected {
  if (blocks.some((block) => block.id === caret.id)) return caret
  return { id: neighbourOf(before, caret.id, blocks)?.id ?? caret.id, start: 0, end: 0 }
}
