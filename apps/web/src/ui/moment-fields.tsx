import type { LocalMoment } from '../lib/site-time.ts'
import { momentIn } from '../lib/site-time.ts'
import { TextField } from './field.tsx'
import styles from './moment-fields.module.css'
import type { Filled } from './use-ask-form.ts'

interface MomentFieldsProps {
  /** The fields are `<name>Day` and `<name>Time`. */
  name: string
  dayLabel: string
  timeLabel: string
  initial?: LocalMoment
  min?: string
  max?: string
  error: string | undefined
}

/** A day and a time by the clock of the site, chosen with the device's own calendar. */
export function MomentFields({ name, dayLabel, timeLabel, initial, min, max, error }: MomentFieldsProps) {
  return (
    <div className={styles.moment}>
      <TextField type="date" name={`${name}Day`} label={dayLabel} defaultValue={initial?.day} min={min} max={max} error={error} />
      <TextField type="time" name={`${name}Time`} label={timeLabel} defaultValue={initial?.time} />
    </div>
  )
}

/** The moment that was chosen, "" when neither day nor time was, null when it is not whole. A missing time may stand for `time`. */
export function readMoment(filled: Filled, name: string, timeZone: string, time = ''): string | null {
  const moment = { day: filled(`${name}Day`), time: filled(`${name}Time`) }
  if (moment.day === '' && moment.time === '') return ''
  return momentIn(timeZone, { ...moment, time: moment.time || time })
}
