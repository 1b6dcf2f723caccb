import type { ComponentProps, MouseEvent } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `quiet` is for what stands many times on a page, or leads somewhere. */
  variant?: 'plain' | 'primary' | 'danger' | 'quiet'
  /** The action is under way: the button keeps its focus and its place but does nothing. */
  busy?: boolean
}

/** A button; `type` is "button" unless said otherwise. */
export function Button({ variant = 'plain', busy = false, className, onClick, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      className={[styles.button, variant === 'plain' ? '' : styles[variant], className].filter(Boolean).join(' ')}
      onClick={press}
    />
  )
}
