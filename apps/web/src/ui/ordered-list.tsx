import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useOrderText } from '../lib/i18n/desk/use-order-text.ts'
import { Icon } from './icon.tsx'
import styles from './ordered-list.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface OrderedListProps<Item> {
  label: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  nameOf: (item: Item) => string
  onItems: (items: Item[]) => void
  /** A word or two: the buttons stand beside it wherever it is. */
  short?: boolean
  /** What is shown of an item beside its buttons. */
  children: (item: Item, place: number) => ReactNode
}

type Deed = 'up' | 'down' | 'remove'

/** Things in an order that is changed by buttons, or with Alt and an arrow key from anywhere in a row; the focus goes along. */
export function OrderedList<Item>({ label, items, keyOf, nameOf, onItems, short = false, children }: OrderedListProps<Item>) {
  const words = useOrderText()
  const list = useRef<HTMLOListElement>(null)
  const { said, follow } = useFollowing(list)
  const move = (from: number, to: number, button: Deed): void => {
    const item = items[from]
    if (item === undefined || to < 0 || to >= items.length) return
    onItems(items.toSpliced(from, 1).toSpliced(to, 0, item))
    follow({ place: to, button, said: words.moved(nameOf(item), to + 1, items.length) })
  }
  const remove = (at: number): void => {
    const item = items[at]
    if (item === undefined) return
    onItems(items.toSpliced(at, 1))
    follow({ place: Math.min(at, items.length - 2), button: 'remove', said: words.removed(nameOf(item)) })
  }
  const pressed = (event: KeyboardEvent, place: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(place, event.key === 'ArrowUp' ? place - 1 : place + 1, event.key === 'ArrowUp' ? 'up' : 'down')
  }
  return (
    <div className={short ? styles.short : styles.ordered}>
      <ol ref={list} tabIndex={-1} aria-label={label} className={styles.list} hidden={items.length === 0}>
        {items.map((item, place) => (
          <li key={keyOf(item)} className={styles.row} onKeyDown={(event) => pressed(event, place)}>
            <span className={styles.place} aria-hidden="true">
              {place + 1}
            </span>
            <div className={styles.shown}>{children(item, place)}</div>
            <div className={styles.buttons}>
              <RowButton deed="up" label={words.up(nameOf(item))} off={place === 0} onPress={() => move(place, place - 1, 'up')} />
              <RowButton
                deed="down"
                label={words.down(nameOf(item))}
                off={place === items.length - 1}
                onPress={() => move(place, place + 1, 'down')}
              />
              <RowButton deed="remove" label={words.remove(nameOf(item))} off={false} onPress={() => remove(place)} />
            </div>
          </li>
        ))}
      </ol>
      <div role="status">
        <VisuallyHidden>{said}</VisuallyHidden>
      </div>
    </div>
  )
}

interface Followed {
  place: number
  button: Deed
  said: string
}

/** After a change the focus is on the same button of the row that was moved, or of the one that took the place of a removed one. */
function useFollowing(list: { current: HTMLOListElement | null }) {
  const [followed, follow] = useState<Followed | null>(null)
  useEffect(() => {
    if (!followed) return
    const row = list.current?.children[followed.place]
    const button = row?.querySelector<HTMLElement>(`[data-deed="${followed.button}"]`)
    if (button) button.focus()
    else list.current?.parentElement?.parentElement?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [followed, list])
  return { said: followed?.said ?? '', follow }
}

const icons = { up: 'up', down: 'down', remove: 'close' } as const

/** Not disabled at the ends: a button that has the focus keeps it. */
function RowButton({ deed, label, off, onPress }: { deed: Deed; label: string; off: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      data-deed={deed}
      className={styles.button}
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      onClick={() => (off ? undefined : onPress())}
    >
      <Icon name={icons[deed]} />
    </button>
  )
}
