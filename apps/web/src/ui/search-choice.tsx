import { fold } from '@bantin/shared/text'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { Icon } from './icon.tsx'
import { moveOf } from './move-of.ts'
import styles from './search-choice.module.css'

export interface NamedItem {
  id: string
  name: string
}

interface SearchChoiceProps {
  /** The id of the input, for its label. */
  id: string
  items: readonly NamedItem[]
  onChoose: (id: string) => void
}

/** What a list shows at most: who has thousands of units types a word of the name. */
const shown = 50

/**
 * Chooses one of many by typing; diacritics may be left out. The input is uncontrolled, for input methods; the list stands in the page
 * below it. Keys and roles as in the ARIA Authoring Practices, "Editable combobox with list autocomplete".
 */
export function SearchChoice({ id, items, onChoose }: SearchChoiceProps) {
  const words = useDeskText().form
  const { input, open, found, active, show, typed, pressed, choose } = useSearch(items, onChoose)
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
        onKeyDown={pressed}
        onClick={() => show(true, active)}
        onBlur={() => show(false)}
      />
      <Icon name="open" />
      <Options id={id} open={open} found={found} active={active} onChoose={choose} />
    </div>
  )
}

function useSearch(items: readonly NamedItem[], onChoose: (id: string) => void) {
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [{ open, active }, setList] = useState<{ open: boolean; active: number | null }>({ open: false, active: null })
  const found = open ? find(items, query) : []
  const show = (next: boolean, at: number | null = null): void => setList({ open: next, active: next ? at : null })

  const choose = (item: NamedItem | undefined): void => {
    if (!item) return
    if (input.current) input.current.value = ''
    setQuery('')
    show(false)
    onChoose(item.id)
  }
  const typed = (event: FormEvent<HTMLInputElement>): void => {
    setQuery(event.currentTarget.value)
    show(true, event.currentTarget.value.trim() ? 0 : null)
  }
  const pressed = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const to = moveOf(event.key, active, (open ? found : find(items, query)).length - 1)
    if (to !== undefined) show(true, to)
    else if (event.key === 'Enter' && open) choose(found[active ?? -1])
    else if (event.key === 'Escape' && open) show(false)
    else return
    event.preventDefault()
    // What is around the field (a dialog) is not to close with the list.
    event.stopPropagation()
  }
  return { input, open, found, active, show, typed, pressed, choose }
}

interface OptionsProps {
  id: string
  open: boolean
  found: readonly NamedItem[]
  active: number | null
  onChoose: (item: NamedItem) => void
}

function Options({ id, open, found, active, onChoose }: OptionsProps) {
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
        {open && found.length === 0 ? words.nothing : ''}
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
