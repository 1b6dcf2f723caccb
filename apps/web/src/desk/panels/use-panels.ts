import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { focusBlock } from '../../features/articles/editor/focus-block.ts'
import type { PanelName } from './panel-buttons.tsx'

/** The panel that is open, and the block that it is about. */
interface OpenPanel {
  name: PanelName
  blockId: string | null
}

/** Which panel is open. Whoever closes it is back where he came from. `show` stays the same: every block holds it. */
export function usePanels() {
  const [open, setOpen] = useState<OpenPanel | null>(null)
  const opener = useRef<Element | null>(null)
  const show = useCallback((name: PanelName, blockId: string | null = null): void => {
    const from = document.activeElement
    // From one panel to another, or within it, the way back stays the same.
    if (!from?.closest('[data-panel]')) opener.current = from
    setOpen({ name, blockId })
  }, [])
  const close = (): void => {
    // The page below is reachable again before the focus goes there.
    flushSync(() => setOpen(null))
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  return {
    open,
    show,
    close,
    toggle: (name: PanelName): void => (open?.name === name ? close() : show(name)),
    /** Leaves the panel for a block of the text; beside the text it stays open. */
    goToBlock: (id: string, isCovered: boolean): void => {
      if (isCovered) flushSync(() => setOpen(null))
      focusBlock(id)
    },
  }
}

export type Panels = ReturnType<typeof usePanels>
