import { Toolbar } from '@base-ui/react/toolbar'
import type { MouseEvent, ReactNode } from 'react'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './editor-toolbar.module.css'

interface ToolButtonProps {
  label: string
  pressed?: boolean
  disabled?: boolean
  onPress: () => void
  children: ReactNode
}

/** One button of the toolbar: a sign, and its name for those who listen or point. */
export function ToolButton({ label, pressed, disabled = false, onPress, children }: ToolButtonProps) {
  return (
    <Toolbar.Button
      className={styles.button}
      aria-pressed={pressed}
      disabled={disabled}
      title={label}
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
