import { type ReportCalendar, type ReportKind, type ReportQuery, reportCalendars, reportKinds } from '@bantin/shared/reports'
import { useReportsText } from '../../lib/i18n/desk/use-reports-text.ts'
import { DayField } from '../../ui/day-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './reports.module.css'

interface ReportFormProps {
  asked: Required<ReportQuery>
  onAsk: (asked: Required<ReportQuery>) => void
}

/** Which period a report is of. */
export function ReportForm({ asked, onAsk }: ReportFormProps) {
  const words = useReportsText()
  return (
    <div className={styles.form}>
      <SelectField
        label={words.kind}
        value={asked.kind}
        onValue={(kind) => onAsk({ ...asked, kind: kind as ReportKind })}
        choices={reportKinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <SelectField
        label={words.countedBy}
        value={asked.countedBy}
        onValue={(countedBy) => onAsk({ ...asked, countedBy: countedBy as ReportCalendar })}
        choices={reportCalendars.map((value) => ({ value, label: words.calendars[value] }))}
      />
      <DayField label={words.day} day={asked.day} onDay={(day) => day && onAsk({ ...asked, day })} />
    </div>
  )
}
