import { useSyncExternalStore } from 'react'
import type { Locale } from '../lib/i18n/locale.ts'

const key = 'bantin:desk-locale'
const listeners = new Set<() => void>()
let chosen: Locale = read()

/** The language of the desk on this device, and the way to change it. */
export function useDeskLocale(): [Locale, (locale: Locale) => void] {
  return [useSyncExternalStore(subscribe, () => chosen), choose]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function choose(locale: Locale): void {
  chosen = locale
  try {
    localStorage.setItem(key, locale)
  } catch {
    // Storage that is off: the choice lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

function read(): Locale {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}
