import type { OpinionInput } from '@bantin/shared/opinions'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useLinkPageText } from '../../lib/i18n/site/use-link-page-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './opinion-form.module.css'

interface OpinionFormProps {
  onSend: (input: OpinionInput) => void
  sending: boolean
  /** Why the last try was in vain. */
  error: unknown
}

const answers = ['agree', 'change'] as const

/** The answer to be given. What is typed stays in the form until it has arrived. */
export function OpinionForm({ onSend, sending, error }: OpinionFormProps) {
  const words = useLinkPageText().opinion
  const [missing, setMissing] = useState<'answer' | 'text' | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (sending) return
    const form = event.currentTarget
    const input = readForm(form)
    setMissing(typeof input === 'string' ? input : null)
    if (typeof input === 'string') form.querySelector<HTMLElement>(`[name="${input}"]`)?.focus()
    else onSend(input)
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <noscript>
        <p className={styles.missing}>{words.noScript}</p>
      </noscript>
      <fieldset className={styles.fields} disabled={!useHydrated()}>
        <fieldset className={styles.fields}>
          <legend>
            <VisuallyHidden>{words.title}</VisuallyHidden>
          </legend>
          {answers.map((answer) => (
            <label key={answer} className={styles.choice}>
              <input type="radio" name="answer" value={answer} className={styles.radio} />
              {words.answers[answer]}
            </label>
          ))}
        </fieldset>
        <p role="alert" className={styles.missing} hidden={missing !== 'answer'}>
          {missing === 'answer' ? words.missingAnswer : ''}
        </p>
        <TextAreaField
          name="text"
          label={words.text}
          hint={words.textHint}
          error={missing === 'text' ? words.missingText : undefined}
          maxLength={4000}
          rows={6}
        />
        <p className={styles.record}>{words.record}</p>
        {error ? <ErrorNotice error={error} message={words[reasonOf(error)]} /> : null}
        <Button type="submit" variant="primary" busy={sending} className={styles.send}>
          {sending ? words.sending : words.send}
        </Button>
      </fieldset>
    </form>
  )
}

/** The answer, or the name of the field that is missing. */
function readForm(form: HTMLFormElement): OpinionInput | 'answer' | 'text' {
  const fields = new FormData(form)
  const answer = answers.find((one) => one === fields.get('answer'))
  const text = String(fields.get('text')).trim()
  if (!answer) return 'answer'
  if (answer === 'change' && text === '') return 'text'
  return { answer, text: text || null }
}

function reasonOf(error: unknown): 'closed' | 'elsewhere' | 'failed' {
  if (!(error instanceof ApiError)) return 'failed'
  return error.status === 404 ? 'closed' : error.code === 'conflict' ? 'elsewhere' : 'failed'
}
