import { useId } from 'react'
import styles from './select-field.module.css'

export interface Choice {
  value: string
  label: string
}

export interface SelectFieldProps {
  label: string
  value: string
  choices: readonly Choice[]
  onValue: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  disabled?: boolean
}

/** A choice among a few: the device's own list, which a phone shows in full. */
export function SelectField({ label, value, choices, onValue, hint, error, disabled }: SelectFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-note` : undefined}
        onChange={(event) => onValue(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <p id={`${id}-note`} className={error ? styles.error : styles.hint} hidden={!hint && !error}>
        {error ?? hint}
      </p>
    </div>
  )
}
