import type { ScheduleInput } from '@bantin/shared/article-verbs'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { type ReactNode, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { clockIn, zoneName } from '../../../lib/site-time.ts'
import { TextField } from '../../../ui/field.tsx'
import { MomentFields, readMoment } from '../../../ui/moment-fields.tsx'
import { type FieldProblems, type Filled, useAskForm } from '../../../ui/use-ask-form.ts'
import { AcceptLegacyFont, readAcceptance } from './accept-legacy-font.tsx'
import styles from './ask-dialog.module.css'
import { AskDialog, type Asked } from './ask-dialog.tsx'
import { EditionFields, readEdition } from './edition-fields.tsx'

interface ScheduleDialogProps {
  asked: Asked
  article: EditorialArticle | null
  unsaved: boolean
  timeZone: string
  /** What to look at before; never in the way. */
  checks: ReactNode
  onSchedule: (input: ScheduleInput) => void
}

const dayInMs = 24 * 3_600_000

/** Asks when to publish, by the clock of the site, and whether to withdraw at a time; of a further edition also what it is. */
export function ScheduleDialog({ asked, article, unsaved, timeZone, checks, onSchedule }: ScheduleDialogProps) {
  const words = useDeskText()
  // Opened once: a suggestion that moved with the clock would change under the hand.
  const [now] = useState(Date.now)
  const isFirst = (article?.edition ?? null) === null
  const { formRef, problems, submit } = useAskForm((filled) => readSchedule(filled, { isFirst, timeZone }, words), onSchedule)
  const { schedule } = words.ask
  const tomorrow = { day: clockIn(timeZone, now + dayInMs).day, time: '07:00' }
  return (
    <AskDialog
      asked={asked}
      title={schedule.title}
      lead={[schedule.lead(zoneName(timeZone, now)), unsaved ? words.ask.savesFirst : ''].join(' ').trim()}
      submit={words.verbs.names.schedule}
      onSubmit={submit}
      formRef={formRef}
    >
      <MomentFields
        name="at"
        dayLabel={schedule.day}
        timeLabel={schedule.time}
        initial={tomorrow}
        min={clockIn(timeZone, now).day}
        error={problems.at}
      />
      {isFirst ? null : <EditionFields problems={problems} />}
      <Until problems={problems} min={clockIn(timeZone, now).day} />
      <AcceptLegacyFont asked={asked} />
      {checks}
    </AskDialog>
  )
}

function Until({ problems, min }: { problems: FieldProblems; min: string }) {
  const words = useDeskText().ask
  const { until, untilDay, untilTime, untilReason } = words.schedule
  return (
    <details className={styles.folded}>
      <summary>
        {until} ({words.optional})
      </summary>
      <div>
        <MomentFields name="until" dayLabel={untilDay} timeLabel={untilTime} min={min} error={problems.until} />
        <TextField name="untilReason" label={untilReason} hint={words.withdraw.hint} maxLength={2000} error={problems.untilReason} />
      </div>
    </details>
  )
}

interface Scheduled {
  isFirst: boolean
  timeZone: string
}

function readSchedule(
  filled: Filled,
  { isFirst, timeZone }: Scheduled,
  words: DeskWords,
): { send: ScheduleInput } | { wrong: FieldProblems } {
  const { schedule, withdraw } = words.ask
  const at = readMoment(filled, 'at', timeZone)
  const until = readMoment(filled, 'until', timeZone)
  const untilReason = filled('untilReason')
  const edition = isFirst ? { send: {} } : readEdition(filled, words.verbs)
  const wrong: FieldProblems = {
    ...(at ? (Date.parse(at) > Date.now() ? {} : { at: schedule.past }) : { at: schedule.missing }),
    ...('wrong' in edition ? edition.wrong : {}),
    ...(until === null || (until === '' && untilReason) ? { until: schedule.missing } : {}),
    ...(at && until && Date.parse(until) <= Date.parse(at) ? { until: schedule.early } : {}),
    ...(until && !untilReason ? { untilReason: withdraw.missing } : {}),
  }
  if (!at || 'wrong' in edition || Object.keys(wrong).length > 0) return { wrong }
  return { send: { ...edition.send, ...readAcceptance(filled), at, ...(until ? { until, untilReason } : {}) } }
}
