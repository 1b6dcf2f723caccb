import { type RefObject, useCallback, useEffect, useMemo } from 'react'
import { insertText, joinAfter, joinBefore, moveBlock, splitAt, splitAtBreaks } from './block-edits.ts'
import { type BlockEvents, fitBlock } from './block-field.tsx'
import { type BlockCommand, commandOf, commandOfInput } from './block-keys.ts'
import { isOnEdgeLine } from './caret-line.ts'
import { type Blocks, selectedIn } from './use-blocks.ts'

type Area = HTMLTextAreaElement

/** The events of the blocks' text areas, turned into edits of the list. Nothing happens while an input method composes. */
export function useBlockEvents(blocks: Blocks, toolbar: RefObject<HTMLDivElement | null>): BlockEvents {
  const { root, live, type, apply, enter } = blocks
  const run = useRunner(blocks, toolbar)

  useBeforeInput(root, run)

  return useMemo(
    () => ({
      typed: (event) => {
        const area = event.currentTarget
        const { id } = selectedIn(area)
        fitBlock(area)
        type(id, area.value)
        const composing = event.type !== 'compositionend' && (event.nativeEvent as InputEvent).isComposing
        const edited = composing ? undefined : splitAtBreaks(live.current, id)
        if (edited && edited.blocks !== live.current) apply(edited)
      },
      pressed: (event) => {
        // 229: the key belongs to the input method, also where isComposing does not say so (Safari's closing Enter).
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        const command = commandOf(event, caretOf(event.currentTarget))
        if (command && run(command, event.currentTarget)) event.preventDefault()
      },
      pasted: (event) => {
        const text = event.clipboardData.getData('text/plain')
        if (!/[\r\n\u2028\u2029]/.test(text)) return
        event.preventDefault()
        apply(insertText(live.current, selectedIn(event.currentTarget), text))
      },
      entered: enter,
    }),
    [live, type, apply, enter, run],
  )
}

type Run = (command: BlockCommand, area: Area) => boolean

/** React's onBeforeInput is another event; this one is the browser's own. */
function useBeforeInput(root: RefObject<HTMLDivElement | null>, run: Run): void {
  useEffect(() => {
    const before = (event: InputEvent): void => {
      const area = event.target as Area
      const command = event.isComposing ? null : commandOfInput(event.inputType, caretOf(area))
      if (command && run(command, area)) event.preventDefault()
    }
    const element = root.current
    element?.addEventListener('beforeinput', before)
    return () => element?.removeEventListener('beforeinput', before)
  }, [root, run])
}

/** Runs a command on a block; false when the browser is to do what it does. */
function useRunner({ live, apply, focusBlock }: Blocks, toolbar: RefObject<HTMLDivElement | null>): Run {
  return useCallback(
    (command: BlockCommand, area: Area): boolean => {
      const selected = selectedIn(area)
      const go = (by: -1 | 1): boolean => {
        const to = live.current[live.current.findIndex((block) => block.id === selected.id) + by]
        if (to) focusBlock(to.id, by === 1 ? 0 : to.text.length)
        return to !== undefined
      }
      const all = live.current
      if (command === 'split') apply(splitAt(all, selected))
      else if (command === 'joinBefore') apply(joinBefore(all, selected.id))
      else if (command === 'joinAfter') apply(joinAfter(all, selected.id))
      else if (command === 'moveUp' || command === 'moveDown') apply(moveBlock(all, selected, command === 'moveUp' ? -1 : 1))
      else if (command === 'toolbar') toolbar.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus()
      else if (command === 'previous') return go(-1)
      else if (command === 'next') return go(1)
      else return isOnEdgeLine(area, command === 'lineUp' ? 'first' : 'last') && go(command === 'lineUp' ? -1 : 1)
      return true
    },
    [live, apply, focusBlock, toolbar],
  )
}

function caretOf(area: Area) {
  return { start: area.selectionStart, end: area.selectionEnd, length: area.value.length }
}
