/** What a key asks of the list of blocks. `lineUp` and `lineDown`: leave the block if the caret cannot move inside it. */
export type BlockCommand =
  | 'split'
  | 'joinBefore'
  | 'joinAfter'
  | 'previous'
  | 'next'
  | 'lineUp'
  | 'lineDown'
  | 'moveUp'
  | 'moveDown'
  | 'toolbar'

interface Key {
  key: string
  shiftKey: boolean
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

interface Caret {
  start: number
  end: number
  length: number
}

/** The command of a key pressed with this selection in a block's text, or null when the browser is to do what it does. */
export function commandOf(key: Key, caret: Caret): BlockCommand | null {
  if (key.ctrlKey || key.metaKey) return null
  if (key.altKey) return altCommands[key.key] ?? null
  if (key.key === 'Enter') return 'split'
  if (key.shiftKey || caret.start !== caret.end) return null
  const edge = (caret.start === 0 ? atStart[key.key] : undefined) ?? (caret.end === caret.length ? atEnd[key.key] : undefined)
  return edge ?? anywhere[key.key] ?? null
}

/** The command of what the browser is about to put in: phones' keyboards say it here and not by keys. */
export function commandOfInput(inputType: string, caret: Caret): BlockCommand | null {
  if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') return 'split'
  if (caret.start !== caret.end) return null
  if (inputType === 'deleteContentBackward' && caret.start === 0) return 'joinBefore'
  return inputType === 'deleteContentForward' && caret.end === caret.length ? 'joinAfter' : null
}

// Alt+F10 is the customary way from an editor to its toolbar.
const altCommands: Record<string, BlockCommand> = { ArrowUp: 'moveUp', ArrowDown: 'moveDown', F10: 'toolbar' }
const atStart: Record<string, BlockCommand> = { Backspace: 'joinBefore', ArrowUp: 'previous', ArrowLeft: 'previous' }
const atEnd: Record<string, BlockCommand> = { Delete: 'joinAfter', ArrowDown: 'next', ArrowRight: 'next' }
const anywhere: Record<string, BlockCommand> = { ArrowUp: 'lineUp', ArrowDown: 'lineDown' }
