import { isMacOS } from '@tiptap/core'

const names: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓' }

/** Keys such as `Mod-Shift-z` as they are written on this device: Ctrl+Shift+Z, ⌘⇧Z. */
export function shownKeys(keys: string): string {
  const parts = partsOf(keys).map((key) => names[key] ?? key)
  if (!isMacOS()) return parts.join('+').replace('Mod', 'Ctrl')
  return parts.join('').replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥')
}

/** The same in the words of `aria-keyshortcuts`. */
export function spokenKeys(keys: string): string {
  return partsOf(keys)
    .join('+')
    .replace('Mod', isMacOS() ? 'Meta' : 'Control')
}

function partsOf(keys: string): string[] {
  return keys.split('-').map((key) => (key.length === 1 ? key.toUpperCase() : key))
}
