const prefix = 'bantin:unsent:'
const monthInMs = 30 * 24 * 3600 * 1000

interface Unsent {
  text: string
  /** When it was typed last, in milliseconds. */
  at: number
}

/** Where the unsent text of one person for one place of an article is kept: a block, a thread, a comment under edit. */
export function unsentKey(userId: string, articleId: string, place: string): string {
  return `${prefix}${userId}:${articleId}:${place}`
}

/** Keeps a text on this device until it is sent; an empty one is dropped. False when the device refuses. */
export function keepUnsent(key: string, text: string, now: number = Date.now(), storage: Storage = localStorage): boolean {
  try {
    if (text.trim() === '') storage.removeItem(key)
    else storage.setItem(key, JSON.stringify({ text, at: now }))
    return true
  } catch {
    return false
  }
}

/** The text that was kept, or an empty one. */
export function readUnsent(key: string, storage: Storage = localStorage): string {
  try {
    return parse(storage.getItem(key))?.text ?? ''
  } catch {
    return ''
  }
}

/** Drops what is older than a month: a shared device does not keep it for ever. */
export function dropOldUnsent(now: number = Date.now(), storage: Storage = localStorage): void {
  try {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(prefix))
    for (const key of keys) if (now - (parse(storage.getItem(key))?.at ?? 0) >= monthInMs) storage.removeItem(key)
  } catch {
    // Storage that is off holds nothing.
  }
}

function parse(stored: string | null): Unsent | null {
  try {
    const { text, at } = JSON.parse(stored ?? '') as Unsent
    return typeof text === 'string' && typeof at === 'number' ? { text, at } : null
  } catch {
    return null
  }
}
