import { v7 as uuidv7 } from 'uuid'

/** A fresh id for each item of the demo content, by its key. */
export function idsOf(items: { key: string }[]): Map<string, string> {
  return new Map(items.map(({ key }) => [key, uuidv7()]))
}

/** The id under the key. Throws when the content names what it does not have, which its tests rule out. */
export function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the demo content names "${key}", which it does not have`)
  return id
}
