import { type MenuPlace, mostMenuItems } from '@bantin/shared/site-places'
import { useEffect, useId, useRef, useState } from 'react'
import { useIdentityText } from '../../lib/i18n/desk/use-identity-text.ts'
import { useOrderText } from '../../lib/i18n/desk/use-order-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { OrderedList } from '../../ui/ordered-list.tsx'
import type { FieldProblems } from '../../ui/use-ask-form.ts'
import { fieldsOf, type MenuEntry } from './identity-values.ts'
import styles from './menu-fields.module.css'

interface MenuFieldsProps {
  place: MenuPlace
  entries: MenuEntry[]
  problems: FieldProblems
  /** What an empty menu can begin with. */
  sections?: readonly { name: string; url: string }[]
  onEntries: (entries: MenuEntry[]) => void
}

/** The entries of a menu, in their order: what each says, and where it leads. */
export function MenuFields({ place, entries, problems, sections = [], onEntries }: MenuFieldsProps) {
  const words = useIdentityText().menus
  const { keys } = useOrderText()
  const heading = useId()
  const { group, nextKey, addOne } = useAdding(place, entries, onEntries)
  const rename = (key: string, name: string): void => onEntries(entries.map((entry) => (entry.key === key ? { ...entry, name } : entry)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend does not stand in a grid
    <div ref={group} role="group" aria-labelledby={heading} className={styles.menu}>
      <h3 id={heading}>{words[place].title}</h3>
      <p className={styles.hint}>{words[place].hint}</p>
      <OrderedList
        label={words[place].title}
        items={entries}
        keyOf={({ key }) => key}
        nameOf={({ name }) => name || words.unnamed}
        onItems={onEntries}
      >
        {(entry) => <Entry entry={entry} problems={problems} onName={(name) => rename(entry.key, name)} />}
      </OrderedList>
      {entries.length > 1 ? <p className={styles.hint}>{keys}</p> : null}
      <div className={styles.buttons}>
        {entries.length < mostMenuItems ? <Button onClick={addOne}>{words.add}</Button> : <p className={styles.hint}>{words.full}</p>}
        {entries.length === 0 && sections.length > 0 ? (
          <Button onClick={() => onEntries(sections.slice(0, mostMenuItems).map((section) => ({ key: nextKey(), ...section })))}>
            {words.fromSections}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

interface EntryProps {
  entry: MenuEntry
  problems: FieldProblems
  onName: (name: string) => void
}

/** The fields keep what is typed; that their row is known by its name is told when it is written. */
function Entry({ entry, problems, onName }: EntryProps) {
  const words = useIdentityText().menus
  const fields = fieldsOf(entry)
  return (
    <div className={styles.entry}>
      <TextField
        name={fields.name}
        label={words.name}
        maxLength={80}
        autoComplete="off"
        defaultValue={entry.name}
        error={problems[fields.name]}
        onBlur={(event) => {
          const name = event.currentTarget.value.trim()
          if (name !== entry.name) onName(name)
        }}
      />
      <TextField
        name={fields.url}
        label={words.url}
        inputMode="url"
        maxLength={2000}
        autoComplete="off"
        defaultValue={entry.url}
        error={problems[fields.url]}
      />
    </div>
  )
}

/** A new entry has the focus. */
function useAdding(place: MenuPlace, entries: MenuEntry[], onEntries: (entries: MenuEntry[]) => void) {
  const group = useRef<HTMLDivElement>(null)
  const made = useRef(0)
  const [added, setAdded] = useState<string | null>(null)
  useEffect(() => {
    if (added) group.current?.querySelector<HTMLInputElement>(`[name="${added}-name"]`)?.focus()
  }, [added])
  const nextKey = (): string => {
    made.current += 1
    return `${place}-new${made.current}`
  }
  const addOne = (): void => {
    const key = nextKey()
    onEntries([...entries, { key, name: '', url: '' }])
    setAdded(key)
  }
  return { group, nextKey, addOne }
}
