/** Puts the caret into a block of the text under edit; where it stands there already, it stays. */
export function focusBlock(id: string): void {
  const block = document.querySelector<HTMLElement>(`[data-block="${id}"]`)
  const text = block?.closest<HTMLElement>('[contenteditable="true"]')
  if (!block || !text) return
  text.focus()
  const selection = document.getSelection()
  if (selection && !block.contains(selection.anchorNode)) selection.collapse(block, 0)
  block.scrollIntoView({ block: 'nearest' })
}
