import { type RefObject, useEffectEvent, useLayoutEffect } from 'react'

type TextControl = HTMLTextAreaElement | HTMLInputElement

/** Puts `text` into a field that React leaves alone otherwise, each time `turn` grows. `onPlaced` hears of it when it was another one. */
export function usePlacedText(
  ref: RefObject<TextControl | null>,
  text: string,
  turn: number,
  onPlaced?: (field: TextControl) => void,
): void {
  const place = useEffectEvent((): void => {
    const field = ref.current
    if (field && placeText(field, text)) onPlaced?.(field)
  })
  useLayoutEffect(() => {
    if (turn > 0) place()
  }, [turn])
}

/**
 * Another text in a field. One that is the same is not touched, so that the browser can still undo there; else the caret stays at its
 * place in what is the same. Says whether it was another.
 */
export function placeText(field: TextControl, text: string): boolean {
  const { value: before, selectionStart: start, selectionEnd: end } = field
  if (before === text) return false
  field.value = text
  if (document.activeElement === field && start !== null && end !== null)
    field.setSelectionRange(placeIn(before, text, start), placeIn(before, text, end))
  return true
}

/** Where a place in one text is in another: counted from the side from which both are the same. */
function placeIn(before: string, after: string, at: number): number {
  let same = 0
  while (same < at && before[same] === after[same]) same++
  return same === at ? at : Math.max(same, after.length - (before.length - at))
}
