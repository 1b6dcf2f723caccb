import { useState } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useHomeText } from '../../lib/i18n/desk/use-home-text.ts'
import { clockIn, zoneName } from '../../lib/site-time.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MomentFields, readMoment } from '../../ui/moment-fields.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'

interface UntilDialogProps {
  /** Of the article. */
  title: string
  until: string | null
  timeZone: string
  onUntil: (until: string | null) => void
  onClose: () => void
}

/** Asks how long an article keeps its place, by the clock of the site. */
export function UntilDialog({ title, until, timeZone, onUntil, onClose }: UntilDialogProps) {
  const { cancel } = useDeskText()
  const words = useHomeText().until
  const [now] = useState(Date.now)
  const form = useAskForm<string | null>((filled) => {
    const moment = readMoment(filled, 'until', timeZone, '23:59')
    if (moment === null) return { wrong: { until: words.missing } }
    if (moment && Date.parse(moment) <= Date.now()) return { wrong: { until: words.past } }
    return { send: moment || null }
  }, onUntil)
  const actions = (
    <>
      <Button variant="primary" onClick={form.submit}>
        {words.take}
      </Button>
      {until ? <Button onClick={() => onUntil(null)}>{words.clear}</Button> : null}
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={words.title(title)} lead={words.hint(zoneName(timeZone, now))} actions={actions}>
      <AskForm form={form} busy={false}>
        <MomentFields
          name="until"
          dayLabel={words.day}
          timeLabel={words.time}
          min={clockIn(timeZone, now).day}
          {...(until ? { initial: clockIn(timeZone, Date.parse(until)) } : {})}
          error={form.problems.until}
        />
      </AskForm>
    </Dialog>
  )
}
