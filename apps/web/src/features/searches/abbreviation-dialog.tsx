import type { Abbreviation } from '@bantin/shared/abbreviations'
import { useRef } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useSearchesText } from '../../lib/i18n/desk/use-searches-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceProblem } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './searches-table.module.css'
import { type AbbreviationTask, useAbbreviationForm } from './use-abbreviation-form.ts'

interface AbbreviationDialogProps {
  task: AbbreviationTask
  onSaved: (saved: Abbreviation) => void
  onClose: () => void
}

/** Asks for a short form and what it stands for. It stays, with all that is filled in, until it is saved or left. */
export function AbbreviationDialog({ task, onSaved, onClose }: AbbreviationDialogProps) {
  const { cancel } = useDeskText()
  const words = useSearchesText().abbreviations.form
  const saved = useRef(false)
  const form = useAbbreviationForm(task, (now) => {
    saved.current = true
    onSaved(now)
  })
  const actions = (
    <>
      <Button variant="primary" busy={form.busy} onClick={form.submit}>
        {form.busy ? words.saving : words.save}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  const title = task.abbreviation ? words.editTitle : words.addTitle
  const { short, long } = task.abbreviation ?? { short: task.short, long: '' }
  return (
    <Dialog open onClose={onClose} givesFocusBack={() => !saved.current} title={title} actions={actions}>
      <AskForm form={form} busy={form.busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        {(['short', 'long'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={words[name]}
            hint={words[`${name}Hint`]}
            required
            autoComplete="off"
            maxLength={100}
            defaultValue={{ short, long }[name]}
            error={form.problems[name]}
          />
        ))}
        {/* Enter in a field sends the form. */}
        <button type="submit" hidden />
      </AskForm>
    </Dialog>
  )
}
