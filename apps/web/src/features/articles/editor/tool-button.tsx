import { Toolbar } from '@base-ui/react/toolbar'
import type { MouseEvent, ReactNode } from 'react'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './editor-toolbar.module.css'
import { shownKeys, spokenKeys } from './shown-keys.ts'

interface ToolButtonProps {
  label: string
  /** What does the same in the text, such as `Mod-b`. */
  keys?: string
  pressed?: boolean
  disabled?: boolean
  onPress: () => void
  children: ReactNode
}

/** One button of the toolbar: a sign, and its name for those who listen or point. */
export function ToolButton({ label, keys, pressed, disabled = false, onPress, children }: ToolButtonProps) {
  return (
    <Toolbar.Button
      className={styles.button}
      aria-pressed={pressed}
      disabled={disabled}
      title={keys ? `${label} (${shownKeys(keys)})` : label}
      aria-keyshortcuts={keys && spokenKeys(keys)}
      onMouseDown={keepFocus}
      onClick={onPress}
    >
      <VisuallyHidden>{label} </VisuallyHidden>
      {children}
    </Toolbar.Button>
  )
}

/** The text keeps the focus, so that a phone's keyboard stays where it is. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}
