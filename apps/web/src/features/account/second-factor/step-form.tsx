import { type ReactNode, type RefObject, useEffect } from 'react'
import { useAccountText } from '../../../lib/i18n/desk/use-account-text.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { useFocused } from './recovery-codes.tsx'
import styles from './second-factor.module.css'
import type { StepProblem } from './use-turn-on.ts'

export interface StepProps {
  problem: StepProblem | null
  busy: boolean
  onCancel?: (() => void) | undefined
}

interface StepFormProps extends StepProps {
  title: string
  submit: string
  form: { formRef: RefObject<HTMLFormElement | null>; submit: () => void }
  /** The field, and what stands before it. */
  children: ReactNode
}

/** One step with one field. Its title has the focus when it comes, its field when the last try was wrong. */
export function StepForm({ problem, busy, onCancel, title, submit, form, children }: StepFormProps) {
  const { cancel } = useDeskText()
  const words = useAccountText().factor
  const heading = useFocused<HTMLHeadingElement>()
  const { formRef } = form
  useEffect(() => {
    const field = formRef.current?.querySelector('input')
    if (!problem?.atField) return
    field?.focus()
    field?.select()
  }, [problem, formRef])
  return (
    <AskForm form={form} busy={busy} className={styles.step}>
      <h3 ref={heading} className={styles.heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
      <p role="alert" className={styles.failure}>
        {problem && !problem.atField ? problem.text : ''}
      </p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? words.checking : submit}
        </Button>
        {/* What is under way may answer with what is shown only once. */}
        {onCancel ? (
          <Button busy={busy} onClick={onCancel}>
            {cancel}
          </Button>
        ) : null}
      </div>
    </AskForm>
  )
}
