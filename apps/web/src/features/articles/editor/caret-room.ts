import type { EditorView } from '@tiptap/pm/view'

/** Pixels between the caret that was scrolled to and what sticks to the window's edge. */
const air = 12

/** For so long, in milliseconds, pictures that were put in may still get their room. */
const settling = 2000

/** What of the editor sticks to the window's edges. */
export interface StickingBars {
  above: () => Element | null | undefined
  below: () => Element | null | undefined
}

/**
 * How far from the window's edges the caret is kept when it is scrolled to, measured each time: the bars that stick there would cover it.
 * Those of the page at the lower edge are in its `scroll-padding-bottom`.
 */
export function caretRoom({ above, below }: StickingBars): Record<'top' | 'bottom' | 'left' | 'right', number> {
  return {
    get top() {
      return Math.max(0, above()?.getBoundingClientRect().bottom ?? 0) + air
    },
    get bottom() {
      const ofPage = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0
      const own = below()?.getBoundingClientRect()
      return Math.max(ofPage, own?.height ? window.innerHeight - own.top : 0) + air
    },
    left: 0,
    right: 0,
  }
}

/**
 * Keeps the caret in view while pictures that were just put in above it get their room, which is a moment later; until it is moved or
 * something is typed.
 */
export function keepCaretInView(view: EditorView): void {
  if (typeof ResizeObserver === 'undefined') return
  const { selection } = view.state
  const observer = new ResizeObserver(() => {
    if (view.isDestroyed || view.composing || !view.state.selection.eq(selection)) observer.disconnect()
    else view.dispatch(view.state.tr.scrollIntoView())
  })
  observer.observe(view.dom)
  setTimeout(() => observer.disconnect(), settling)
}
