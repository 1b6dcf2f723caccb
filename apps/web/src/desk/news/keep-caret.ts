import { flushSync } from 'react-dom'

/** Makes a change that may replace the field under the caret by another one of the same name, and puts the caret where it was. */
export function keepCaret(change: () => void): void {
  const field = document.activeElement
  const find = finderOf(field)
  const selected = field instanceof HTMLTextAreaElement ? ([field.selectionStart, field.selectionEnd] as const) : null
  flushSync(change)
  if (field?.isConnected) return
  const next = find()
  next?.focus({ preventScroll: true })
  if (next instanceof HTMLTextAreaElement && selected) next.setSelectionRange(...selected)
}

/** Finds the field again after it was made anew: a block by its id, another field by its label. */
function finderOf(field: Element | null): () => HTMLElement | null {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return () => null
  const { block } = field.dataset
  if (block !== undefined) return () => document.querySelector(`[data-block="${block}"]`)
  const name = field.labels?.[0]?.textContent
  return () => [...document.querySelectorAll('label')].find((label) => label.textContent === name)?.control ?? null
}
