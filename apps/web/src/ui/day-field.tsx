import { useEffect, useId, useState } from 'react'
import { isDay } from '../lib/is-day.ts'
import styles from './day-field.module.css'

interface DayFieldProps {
  label: string
  /** "" for none. */
  day: string
  onDay: (day: string) => void
}

/** A day by the device's own calendar. A year that is typed digit by digit is no day before its last digit. */
export function DayField({ label, day, onDay }: DayFieldProps) {
  const id = useId()
  const [shown, setShown] = useState(day)
  useEffect(() => setShown(day), [day])
  const change = (value: string): void => {
    setShown(value)
    if (value === '' || isDay(value)) onDay(value)
  }
  return (
    <div className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" min="2000-01-01" max="2099-12-31" value={shown} onChange={(event) => change(event.target.value)} />
    </div>
  )
}
