import { type FormEvent, useEffect, useRef } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { TextField } from './field.tsx'
import { Icon } from './icon.tsx'
import styles from './live-search.module.css'

interface LiveSearchProps {
  /** What is searched for now. */
  text: string
  label: string
  maxLength: number
  onSearch: (text: string) => void
}

/** How long nobody types until it is searched for, in milliseconds. */
const pause = 350

/** A field in which a list is searched while it is typed: after a pause, or at once by Enter; never in the middle of a composed letter. */
export function LiveSearch({ text, label, maxLength, onSearch }: LiveSearchProps) {
  const words = useDeskText().form
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(text)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    // Somebody went back, or took the search out of the address by other means.
    if (text !== asked.current && input.current) input.current.value = text
    asked.current = text
  }, [text])
  const search = (): void => {
    clearTimeout(timer.current)
    const typed = input.current?.value.trim() ?? ''
    if (typed === asked.current) return
    asked.current = typed
    onSearch(typed)
  }
  const typed = (event: FormEvent): void => {
    clearTimeout(timer.current)
    const composing = event.type !== 'compositionend' && (event.nativeEvent as InputEvent).isComposing
    if (!composing) timer.current = setTimeout(search, pause)
  }
  const clear = (): void => {
    if (!input.current) return
    input.current.value = ''
    input.current.focus()
    search()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the DOM of the tests does not know <search>
    <form
      role="search"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        search()
      }}
    >
      <TextField
        ref={input}
        type="search"
        label={label}
        maxLength={maxLength}
        // By it the style sheet sees whether there is anything to clear.
        placeholder=" "
        defaultValue={text}
        onInput={typed}
        onCompositionEnd={typed}
      />
      <button type="button" className={styles.clear} aria-label={words.clearSearch} onClick={clear}>
        <Icon name="close" />
      </button>
    </form>
  )
}
