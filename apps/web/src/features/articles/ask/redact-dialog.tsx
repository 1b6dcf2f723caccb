import type { RedactInput } from '@bantin/shared/article-verbs'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Choice, ChoiceProblem, Choices } from '../../../ui/choices.tsx'
import { TextAreaField } from '../../../ui/field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { AskDialog, type Asked } from './ask-dialog.tsx'
import styles from './redact-dialog.module.css'

interface RedactDialogProps {
  asked: Asked
  article: EditorialArticle
  onRedact: (input: RedactInput) => void
}

/** Asks which editions to empty for good, why, and whether that is understood. */
export function RedactDialog({ asked, article, onRedact }: RedactDialogProps) {
  const { ask, verbs } = useDeskText()
  const words = ask.redact
  const [editions, setEditions] = useState<number[]>([])
  const { formRef, problems, submit } = useAskForm<RedactInput>((filled) => {
    const reason = filled('reason')
    const wrong = {
      ...(editions.length === 0 ? { editions: words.editionsMissing } : {}),
      ...(reason ? {} : { reason: ask.withdraw.missing }),
      ...(filled('sure') ? {} : { sure: words.sureMissing }),
    }
    return Object.keys(wrong).length > 0 ? { wrong } : { send: { editions: [...editions].sort((a, b) => a - b), reason } }
  }, onRedact)
  return (
    <AskDialog asked={asked} title={words.title} lead={words.lead} submit={verbs.names.redact} danger onSubmit={submit} formRef={formRef}>
      <Editions article={article} chosen={editions} onChosen={setEditions} problem={problems.editions} />
      <TextAreaField name="reason" label={words.reason} hint={words.hint} rows={3} required maxLength={2000} error={problems.reason} />
      <div>
        <ChoiceProblem>{problems.sure}</ChoiceProblem>
        <Choice type="checkbox" name="sure" value="yes" wrong={Boolean(problems.sure)}>
          <strong>{words.sure}</strong>
        </Choice>
      </div>
    </AskDialog>
  )
}

interface EditionsProps {
  article: EditorialArticle
  chosen: number[]
  onChosen: (editions: number[]) => void
  problem: string | undefined
}

function Editions({ article, chosen, onChosen, problem }: EditionsProps) {
  const { ask, list } = useDeskText()
  const { edition: newest, publicState } = article
  const numbers = Array.from({ length: newest ?? 0 }, (_, index) => index + 1)
  const shown = publicState === 'published' || publicState === 'withdrawn' ? newest : null
  return (
    <Choices legend={ask.redact.editions} problem={problem}>
      <div className={styles.many}>
        {numbers.map((number) => (
          <Choice
            key={number}
            type="checkbox"
            checked={chosen.includes(number)}
            disabled={number === shown}
            wrong={Boolean(problem) && number !== shown}
            onChange={(event) => onChosen(event.target.checked ? [...chosen, number] : chosen.filter((other) => other !== number))}
          >
            {list.edition(number)}
          </Choice>
        ))}
      </div>
      {shown === null ? null : <p className={styles.hint}>{ask.redact.shown}</p>}
    </Choices>
  )
}
