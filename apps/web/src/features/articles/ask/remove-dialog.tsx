import type { RemoveInput } from '@bantin/shared/article-verbs'
import { removalAnswers } from '@bantin/shared/lifecycle'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Choice, Choices } from '../../../ui/choices.tsx'
import { TextAreaField } from '../../../ui/field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { AskDialog, type Asked } from './ask-dialog.tsx'

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
      <Choices legend={words.answer} problem={problems.answer}>
        {removalAnswers.map((answer) => (
          <Choice
            key={answer}
            type="radio"
            name="answer"
            value={answer}
            required
            hint={words.answerHints[answer]}
            wrong={Boolean(problems.answer)}
          >
            <strong>{words.answers[answer]}</strong>
          </Choice>
        ))}
      </Choices>
      <TextAreaField name="reason" label={words.reason} hint={words.hint} rows={3} required maxLength={2000} error={problems.reason} />
    </AskDialog>
  )
}
