import { type RemoveInput, removalAnswers } from '@bantin/shared/article-verbs'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { TextAreaField } from '../../../ui/field.tsx'
import { AskDialog, type Asked } from './ask-dialog.tsx'
import styles from './choice.module.css'
import { useAskForm } from './use-ask-form.ts'

/** Asks how the addresses of a removed article answer, and why it goes. */
export function RemoveDialog({ asked, onRemove }: { asked: Asked; onRemove: (input: RemoveInput) => void }) {
  const { ask, verbs } = useDeskText()
  const words = ask.remove
  const { formRef, problems, submit } = useAskForm<RemoveInput>((filled) => {
    const answer = removalAnswers.find((each) => each === filled('answer'))
    const reason = filled('reason')
    if (answer && reason) return { send: { answer, reason } }
    return { wrong: { ...(answer ? {} : { answer: words.answerMissing }), ...(reason ? {} : { reason: ask.withdraw.missing }) } }
  }, onRemove)
  return (
    <AskDialog asked={asked} title={words.title} lead={words.lead} submit={verbs.names.remove} danger onSubmit={submit} formRef={formRef}>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{words.answer}</legend>
        <p role="alert" className={styles.missing}>
          {problems.answer}
        </p>
        {removalAnswers.map((answer) => (
          <label key={answer} className={styles.choice}>
            <input type="radio" name="answer" value={answer} required data-invalid={problems.answer ? true : undefined} />
            <span>
              <strong>{words.answers[answer]}</strong>
              <span className={styles.hint}>{words.answerHints[answer]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextAreaField name="reason" label={words.reason} hint={words.hint} rows={3} required maxLength={2000} error={problems.reason} />
    </AskDialog>
  )
}
