import { fold } from '@bantin/shared/text'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { Icon } from './icon.tsx'
import { moveOf } from './move-of.ts'
import styles from './search-choice.module.css'

export interface NamedItem {
  id: string
  name: string
}

/** Somebody who finds items by what is typed. */
export interface Finder {
  /** Asks for what has these words, once nobody types any more. */
  ask: (text: string) => void
  /** What the items are the answer to; undefined while it is on its way. */
  answered: string | undefined
}

interface SearchChoiceProps {
  /** The id of the input, for its label. */
  id: string
  items: readonly NamedItem[]
  onChoose: (id: string) => void
  /** Who finds them; without it they are found here, by their names. */
  search?: Finder | undefined
}

/** How long nobody types until it is asked for, in milliseconds. */
const pause = 350

/** What a list shows at most: who has thousands of units types a word of the name. */
const shown = 50

/**
 * Chooses one of many by typing; diacritics may be left out. The input is uncontrolled, for input methods; the list stands in the page
 * below it. Keys and roles as in the ARIA Authoring Practices, "Editable combobox with list autocomplete".
 */
export function SearchChoice({ id, items, onChoose, search }: SearchChoiceProps) {
  const words = useDeskText().form
  const { input, open, found, isWaiting, active, show, typed, pressed, choose } = useSearch(items, onChoose, search)
  return (
    <div className={styles.choice}>
      <input
        ref={input}
        id={id}
        className={styles.input}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        placeholder={words.search}
        onInput={typed}
        onCompositionEnd={typed}
        onKeyDown={pressed}
        onClick={() => show(true, active)}
        onBlur={() => show(false)}
      />
      <Icon name="open" />
      <Options id={id} open={open} found={found} isWaiting={isWaiting} active={active} onChoose={choose} />
    </div>
  )
}

function useSearch(items: readonly NamedItem[], onChoose: (id: string) => void, search: Finder | undefined) {
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [{ open, active }, setList] = useState<{ open: boolean; active: number | null }>({ open: false, active: null })
  const asking = useAsking(search)
  const isAnswered = search !== undefined && search.answered === query.trim()
  const matching = (): NamedItem[] => (isAnswered ? items.slice(0, shown) : find(items, query))
  const found = open ? matching() : []
  const show = (next: boolean, at: number | null = null): void => setList({ open: next, active: next ? at : null })

  const choose = (item: NamedItem | undefined): void => {
    if (!item) return
    if (input.current) input.current.value = ''
    setQuery('')
    asking.now('')
    show(false)
    onChoose(item.id)
  }
  const typed = (event: FormEvent<HTMLInputElement>): void => {
    setQuery(event.currentTarget.value)
    const isComposing = event.type !== 'compositionend' && (event.nativeEvent as InputEvent).isComposing
    if (isComposing) asking.stop()
    else asking.soon(event.currentTarget.value.trim())
    show(true, event.currentTarget.value.trim() ? 0 : null)
  }
  const pressed = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const to = moveOf(event.key, active, (open ? found : matching()).length - 1)
    if (to !== undefined) show(true, to)
    else if (event.key === 'Enter' && open) choose(found[active ?? -1])
    else if (event.key === 'Escape' && open) show(false)
    else return
    event.preventDefault()
    // What is around the field (a dialog) is not to close with the list.
    event.stopPropagation()
  }
  return { input, open, found, isWaiting: search !== undefined && !isAnswered, active, show, typed, pressed, choose }
}

/** Asks who finds, after a pause or at once; never in the middle of a composed letter. */
function useAsking(search: Finder | undefined) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const stop = (): void => clearTimeout(timer.current)
  const now = (text: string): void => {
    stop()
    search?.ask(text)
  }
  const soon = (text: string): void => {
    stop()
    timer.current = setTimeout(() => search?.ask(text), pause)
  }
  return { stop, now, soon }
}

interface OptionsProps {
  id: string
  open: boolean
  found: readonly NamedItem[]
  /** Whether more may be found. */
  isWaiting: boolean
  active: number | null
  onChoose: (item: NamedItem) => void
}

function Options({ id, open, found, isWaiting, active, onChoose }: OptionsProps) {
  const words = useDeskText().form
  return (
    <div className={styles.popup} hidden={!open}>
      <div id={`${id}-list`} role="listbox" aria-label={words.openList} className={styles.list} hidden={found.length === 0}>
        {found.map((item, place) => (
          <div
            key={item.id}
            id={`${id}-${place}`}
            ref={place === active ? (option) => option?.scrollIntoView?.({ block: 'nearest' }) : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item)}
            onKeyDown={(event) => (event.key === 'Enter' ? onChoose(item) : undefined)}
          >
            {item.name}
          </div>
        ))}
      </div>
      <p role="status" className={styles.nothing}>
        {open && found.length === 0 && !isWaiting ? words.nothing : ''}
      </p>
    </div>
  )
}

function find(items: readonly NamedItem[], query: string): NamedItem[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  const matches = items.filter((item) => {
    const name = fold(item.name)
    return wanted.every((word) => name.includes(word))
  })
  return matches.slice(0, shown)
}
