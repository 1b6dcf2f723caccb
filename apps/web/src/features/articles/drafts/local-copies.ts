import type { ArticleValues } from '../form/article-values.ts'

/** Text that is on this device only: typed and not saved, or set aside when someone else's was taken. */
export interface LocalCopy {
  kind: 'unsaved' | 'aside'
  /** Null for an article that is not there yet. */
  articleId: string | null
  /** When it was typed last, in milliseconds. */
  at: number
  /** The changed fields as they were before, and as they are. */
  base: Partial<ArticleValues>
  values: Partial<ArticleValues>
}

export interface StoredCopy extends LocalCopy {
  key: string
}

const form = 1
const prefix = 'bantin:copy:'
const monthInMs = 30 * 24 * 3600 * 1000

/** Where one page keeps its copy: each its own, so that two pages on one article never write over each other. */
export function copyKey(userId: string, page: string): string {
  return `${prefix}${userId}:${page}`
}

/** Keeps the copy on this device. False when the device refuses (full, or storage is off). */
export function keepCopy(key: string, copy: LocalCopy, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(key, JSON.stringify({ form, ...copy }))
    return true
  } catch {
    return false
  }
}

export function dropCopy(key: string, storage: Storage = localStorage): void {
  try {
    storage.removeItem(key)
  } catch {
    // Storage that is off holds nothing.
  }
}

/** The person's copies of one article, the newest first. What is older than a month or unreadable is left out. */
export function findCopies(userId: string, articleId: string | null, now: number = Date.now(), storage?: Storage): StoredCopy[] {
  return read(`${prefix}${userId}:`, storage)
    .filter((copy) => copy.articleId === articleId && now - copy.at < monthInMs)
    .sort((a, b) => b.at - a.at)
}

/** The articles of which this device holds unsaved text of the person; null stands for a new one. */
export function articlesWithCopies(userId: string, storage?: Storage): Set<string | null> {
  return new Set(read(`${prefix}${userId}:`, storage).map((copy) => copy.articleId))
}

/** Drops everybody's copies that are older than a month: a shared device does not keep drafts for ever. */
export function dropOldCopies(now: number = Date.now(), storage: Storage = localStorage): void {
  for (const copy of read(prefix, storage)) if (now - copy.at >= monthInMs) dropCopy(copy.key, storage)
}

function read(start: string, storage?: Storage): StoredCopy[] {
  try {
    const from = storage ?? localStorage
    const keys = Array.from({ length: from.length }, (_, index) => from.key(index) ?? '')
    return keys.filter((key) => key.startsWith(start)).flatMap((key) => parse(key, from.getItem(key)))
  } catch {
    return []
  }
}

function parse(key: string, text: string | null): StoredCopy[] {
  try {
    const { form: written, ...copy } = JSON.parse(text ?? '') as StoredCopy & { form: number }
    return written === form && typeof copy.at === 'number' && copy.values && copy.base ? [{ ...copy, key }] : []
  } catch {
    return []
  }
}
