import { useEffect, useEffectEvent, useState } from 'react'
import { moveOf } from '../../ui/move-of.ts'

interface ComboboxParts {
  input: HTMLInputElement
  /** Of the list; its options are `${id}-0`, `${id}-1` … */
  id: string
  /** How many options there are. */
  count: () => number
  choose: (place: number) => void
}

interface Combobox {
  /** What was typed when somebody last paused; empty where nothing is to be suggested. */
  typed: string
  isOpen: boolean
  active: number | null
}

/** How long nobody types until suggestions are asked for, in milliseconds. */
const pause = 200

const closed: Combobox = { typed: '', isOpen: false, active: null }

/**
 * Listens to an input with suggestions. While an input method composes nothing happens: its letters are not those that are meant yet, and
 * Enter and arrows are its own. Answers what to suggest for, and which option the keys have come to.
 */
export function useCombobox({ input, id, count, choose }: ComboboxParts): Combobox {
  const [state, setState] = useState(closed)
  const pressed = useEffectEvent((event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return
    const to = moveOf(event.key, state.active, count() - 1)
    if (typeof to === 'number') setState({ ...state, isOpen: true, active: to })
    else if (event.key === 'Enter' && state.isOpen && state.active !== null) {
      setState(closed)
      choose(state.active)
    } else if (event.key === 'Escape' && state.isOpen && count() > 0) setState({ ...state, isOpen: false, active: null })
    else return
    event.preventDefault()
  })
  useEffect(() => listenTo(input, { pressed, say: setState }), [input])
  useEffect(() => {
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', id)
    if (state.active === null) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `${id}-${state.active}`)
  }, [input, id, state.active])
  return state
}

interface Hearing {
  pressed: (event: KeyboardEvent) => void
  say: (change: Combobox | ((before: Combobox) => Combobox)) => void
}

function listenTo(input: HTMLInputElement, { pressed, say }: Hearing): () => void {
  const ended = new AbortController()
  const { signal } = ended
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => clearTimeout(timer)
  const close = (): void => {
    stop()
    say(closed)
  }
  const ask = (): void => say({ typed: input.value.trim(), isOpen: true, active: null })
  const heard = (event: Event): void => {
    stop()
    say((before) => ({ ...before, active: null }))
    const isComposing = event.type === 'compositionstart' || (event as InputEvent).isComposing
    if (!isComposing) timer = setTimeout(ask, pause)
  }
  for (const name of ['input', 'compositionstart', 'compositionend']) input.addEventListener(name, heard, { signal })
  input.addEventListener('keydown', pressed, { signal })
  input.addEventListener('blur', close, { signal })
  input.form?.addEventListener('submit', close, { signal })
  // Letters that were typed while this was on its way.
  if (document.activeElement === input && input.value !== input.defaultValue) timer = setTimeout(ask, pause)
  return () => {
    stop()
    ended.abort()
  }
}
