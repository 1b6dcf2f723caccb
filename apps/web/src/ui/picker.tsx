import { fold } from '@bantin/shared/text'
import { Combobox } from '@base-ui/react/combobox'
import { type ReactNode, useId, useState } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { Icon } from './icon.tsx'
import styles from './picker.module.css'

export interface PickerItem {
  id: string
  name: string
}

export interface PickerProps {
  label: string
  /** All that can be chosen. */
  items: readonly PickerItem[]
  /** What is chosen, in its order. */
  chosen: readonly string[]
  onAdd: (id: string) => void
  onRemove: (id: string) => void
  /** More to say about a chosen one: its role. */
  detail?: (item: PickerItem) => ReactNode
  readOnly?: boolean
}

/** Chooses several of a long list by typing; diacritics may be left out ("thi dua" finds "Thi đua"). */
export function Picker({ label, items, chosen, onAdd, onRemove, detail, readOnly = false }: PickerProps) {
  const words = useDeskText().form
  const id = useId()
  const known = chosen.map((one) => items.find((item) => item.id === one) ?? { id: one, name: '…' })
  return (
    <div className={styles.picker}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <ul className={styles.chosen} hidden={known.length === 0}>
        {known.map((item) => (
          <li key={item.id} className={styles.item}>
            <span className={styles.name}>{item.name}</span>
            {detail?.(item)}
            {readOnly ? null : (
              <button type="button" className={styles.remove} aria-label={words.removeItem(item.name)} onClick={() => onRemove(item.id)}>
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {readOnly ? null : <Search id={id} items={items.filter((item) => !chosen.includes(item.id))} onAdd={onAdd} />}
    </div>
  )
}

function Search({ id, items, onAdd }: { id: string; items: PickerItem[]; onAdd: (id: string) => void }) {
  const words = useDeskText().form
  const [typed, setTyped] = useState('')
  return (
    <Combobox.Root<PickerItem>
      items={items}
      value={null}
      inputValue={typed}
      filter={matches}
      itemToStringLabel={(item) => item.name}
      autoHighlight
      onInputValueChange={(text, { reason }) => setTyped(reason === 'item-press' ? '' : text)}
      onValueChange={(item) => (item ? onAdd(item.id) : undefined)}
    >
      <Combobox.InputGroup className={styles.group}>
        <Combobox.Input id={id} className={styles.input} placeholder={words.search} />
        <Combobox.Trigger className={styles.trigger} aria-label={words.openList}>
          <Icon name="open" />
        </Combobox.Trigger>
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner className={styles.positioner} sideOffset={4}>
          <Combobox.Popup className={styles.popup}>
            <Combobox.Empty className={styles.empty}>{words.nothing}</Combobox.Empty>
            <Combobox.List className={styles.list}>
              {(item: PickerItem) => (
                <Combobox.Item key={item.id} value={item} className={styles.option}>
                  {item.name}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function matches(item: PickerItem, query: string): boolean {
  const name = fold(item.name)
  return fold(query)
    .split(/\s+/)
    .every((word) => name.includes(word))
}
