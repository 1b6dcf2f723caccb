import { useState } from 'react'

/** A line of a list that is filled in; its key stays while others come and go. */
export interface Row<Item> {
  key: string
  item: Item
}

/** The lines of a list under the hands of whoever changes it; with another `ground` they are what is stored again. */
export function useRows<Item>(ground: string, items: readonly Item[]) {
  const [held, setHeld] = useState<{ ground: string; rows: Row<Item>[]; count: number } | null>(null)
  const stored = items.map((item, at) => ({ key: String(at), item }))
  const { rows, count } = held?.ground === ground ? held : { rows: stored, count: stored.length }
  return {
    rows,
    add: (item: Item): void => setHeld({ ground, rows: [...rows, { key: String(count), item }], count: count + 1 }),
    remove: (key: string): void => setHeld({ ground, rows: rows.filter((row) => row.key !== key), count }),
    change: (key: string, item: Item): void => setHeld({ ground, rows: rows.map((row) => (row.key === key ? { key, item } : row)), count }),
  }
}
