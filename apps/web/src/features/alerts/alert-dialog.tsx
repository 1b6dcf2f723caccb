import type { Alert } from '@bantin/shared/alerts'
import { alertLevels } from '@bantin/shared/site-places'
import { useRef, useState } from 'react'
import { useAlertsText } from '../../lib/i18n/desk/use-alerts-text.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { clockIn, zoneName } from '../../lib/site-time.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice, ChoiceProblem, Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { MomentFields } from '../../ui/moment-fields.tsx'
import styles from './alert-dialog.module.css'
import { useAlertForm } from './use-alert-form.ts'

interface AlertDialogProps {
  /** The one that is changed; null: a new one. */
  alert: Alert | null
  timeZone: string
  onSaved: (saved: Alert) => void
  onClose: () => void
}

/** Asks what everybody has to know, and how long. It stays, with all that is filled in, until it is saved or left. */
export function AlertDialog({ alert, timeZone, onSaved, onClose }: AlertDialogProps) {
  const { cancel } = useDeskText()
  const words = useAlertsText().form
  const saved = useRef(false)
  const form = useAlertForm(alert, timeZone, (now) => {
    saved.current = true
    onSaved(now)
  })
  const actions = (
    <>
      <Button variant="primary" busy={form.busy} onClick={form.submit}>
        {form.busy ? words.saving : alert ? words.save : words.show}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      givesFocusBack={() => !saved.current}
      title={alert ? words.editTitle : words.addTitle}
      lead={words.lead}
      actions={actions}
    >
      <AskForm form={form} busy={form.busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <Level chosen={alert?.level ?? 'info'} />
        <TextAreaField
          name="text"
          label={words.text}
          hint={words.textHint}
          required
          rows={2}
          maxLength={300}
          defaultValue={alert?.text ?? ''}
          error={form.problems.text}
        />
        <TextField
          name="url"
          label={words.url}
          hint={words.urlHint}
          inputMode="url"
          autoComplete="off"
          maxLength={2000}
          defaultValue={alert?.url ?? ''}
          error={form.problems.url}
        />
        <Times alert={alert} timeZone={timeZone} problems={form.problems} />
      </AskForm>
    </Dialog>
  )
}

function Level({ chosen }: { chosen: Alert['level'] }) {
  const words = useAlertsText()
  return (
    <Choices legend={words.form.level}>
      {alertLevels.map((level) => (
        <Choice key={level} type="radio" name="level" value={level} defaultChecked={level === chosen} hint={words.levelHints[level]}>
          <strong>{words.levels[level]}</strong>
        </Choice>
      ))}
    </Choices>
  )
}

interface TimesProps {
  alert: Alert | null
  timeZone: string
  problems: Partial<Record<string, string>>
}

function Times({ alert, timeZone, problems }: TimesProps) {
  const words = useAlertsText().form
  // Opened once: what moved with the clock would change under the hand.
  const [now] = useState(Date.now)
  // One that has ended is put up again for another time.
  const { from = null, until = null } = alert?.state === 'ended' ? {} : (alert ?? {})
  const shown = (moment: string | null) => (moment ? { initial: clockIn(timeZone, Date.parse(moment)) } : {})
  return (
    <>
      <MomentFields name="until" dayLabel={words.untilDay} timeLabel={words.untilTime} {...shown(until)} error={problems.until} />
      <p className={styles.hint}>{words.untilHint(zoneName(timeZone, now))}</p>
      <details className={styles.folded} open={from !== null || Boolean(problems.from)}>
        <summary>{words.later}</summary>
        <MomentFields name="from" dayLabel={words.fromDay} timeLabel={words.fromTime} {...shown(from)} error={problems.from} />
      </details>
    </>
  )
}
