import type { ArticleValues } from '../form/article-values.ts'

/** Text that is on this device only: typed and not saved, or set aside when someone else's was taken. */
export interface LocalCopy {
  kind: 'unsaved' | 'aside'
  /** When it was typed last, in milliseconds. */
  at: number
  /** The version it stands on; null for an article that is not there yet. */
  version: number | null
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

/** Where a page keeps the copy of one article: each page its own, so that two never write over each other. `articleId` null: a new one. */
export function copyKey(userId: string, articleId: string | null, page: string): string {
  return `${articlePrefix(userId, articleId)}${page}`
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
  return read(articlePrefix(userId, articleId), storage)
    .filter((copy) => now - copy.at < monthInMs)
    .sort((a, b) => b.at - a.at)
}

/** Drops everybody's copies that are older than a month: a shared device does not keep drafts for ever. */
export function dropOldCopies(now: number = Date.now(), storage: Storage = localStorage): void {
  for (const copy of read(prefix, storage)) if (now - copy.at >= monthInMs) dropCopy(copy.key, storage)
}

function articlePrefix(userId: string, articleId: string | null): string {
  return `${prefix}${userId}:${articleId ?? 'new'}:`
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
