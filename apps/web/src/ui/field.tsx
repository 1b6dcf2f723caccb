import { type ComponentProps, type ReactNode, useId } from 'react'
import { useUiText } from '../lib/i18n/ui/use-ui-text.ts'
import styles from './field.module.css'

interface FieldProps {
  label: string
  hint?: string | undefined
  /** What is wrong with the value; announced, and tied to the control. */
  error?: string | undefined
}

export type TextFieldProps = FieldProps & ComponentProps<'input'>
export type TextAreaFieldProps = FieldProps & ComponentProps<'textarea'>

/** A labelled line of text. Give it `defaultValue`: a controlled input doubles letters under Vietnamese input methods. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={input.required}>
      {(control) => <input type="text" {...input} {...control} />}
    </Field>
  )
}

/** A labelled text of several lines; uncontrolled for the same reason. */
export function TextAreaField({ label, hint, error, ...area }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={area.required}>
      {(control) => <textarea {...area} {...control} />}
    </Field>
  )
}

/** What ties a control to its label, hint and error. */
export interface FieldControl {
  id: string
  className: string | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, hint and error around any control. */
export function Field(props: FieldProps & { required?: boolean | undefined; children: (control: FieldControl) => ReactNode }) {
  const { label, hint, error, required, children } = props
  const id = useId()
  const words = useUiText()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label} {required ? <span className={styles.required}>({words.required})</span> : null}
      </label>
      {children({ id, className: styles.control, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      <p id={`${id}-error`} className={styles.error} role="alert" hidden={!error}>
        {error}
      </p>
    </div>
  )
}
