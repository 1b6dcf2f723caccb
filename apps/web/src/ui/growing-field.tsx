import { type FormEvent, type KeyboardEvent, type RefObject, useId, useRef } from 'react'
import { useUiText } from '../lib/i18n/ui/use-ui-text.ts'
import styles from './growing-field.module.css'
import { usePlacedText } from './use-placed-text.ts'

export interface GrowingFieldProps {
  label: string
  /** Read once, and again each time `turn` grows. */
  initial: string
  turn?: number
  onText: (text: string) => void
  maxLength: number
  hint?: string | undefined
  error?: string | undefined
  required?: boolean
  readOnly?: boolean
  look?: 'headline' | 'lead'
  ref?: RefObject<HTMLTextAreaElement | null>
}

/**
 * One line of text, however long: it wraps and grows, and never holds a line break. Uncontrolled, and nothing touches it while an
 * input method composes. Enter goes to the next field.
 */
export function GrowingField(props: GrowingFieldProps) {
  const { label, initial, turn = 0, onText, maxLength, hint, error, required, readOnly, look } = props
  const id = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const ref = props.ref ?? own
  const words = useUiText()
  usePlacedText(ref, initial, turn, grow)
  const typed = (event: FormEvent<HTMLTextAreaElement>): void => {
    const area = event.currentTarget
    const composing = event.type !== 'compositionend' && (event.nativeEvent as InputEvent).isComposing
    if (!composing && area.value.includes('\n')) area.value = area.value.replace(/\s*\n\s*/g, ' ')
    grow(area)
    onText(area.value)
  }
  return (
    <div className={[styles.field, look ? styles[look] : ''].join(' ')}>
      <label className={styles.label} htmlFor={id}>
        {label} {required ? <span className={styles.required}>({words.required})</span> : null}
      </label>
      <div className={styles.grow} data-text={initial}>
        <textarea
          ref={ref}
          id={id}
          className={styles.area}
          rows={1}
          defaultValue={initial}
          maxLength={maxLength}
          readOnly={readOnly}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={hint || error ? `${id}-note` : undefined}
          enterKeyHint="next"
          onInput={typed}
          onCompositionEnd={typed}
          onKeyDown={goOn}
        />
      </div>
      <p id={`${id}-note`} className={error ? styles.error : styles.hint} hidden={!hint && !error}>
        {error ?? hint}
      </p>
    </div>
  )
}

/** Lets the field grow with its text. */
function grow(field: HTMLElement & { value: string }): void {
  if (field.parentElement) field.parentElement.dataset.text = field.value
}

const reachable = 'input, select, textarea:not([tabindex="-1"])'

function goOn(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
  event.preventDefault()
  const fields = [...(event.currentTarget.closest('form, [data-form]')?.querySelectorAll<HTMLElement>(reachable) ?? [])]
  fields[fields.indexOf(event.currentTarget) + 1]?.focus()
}
