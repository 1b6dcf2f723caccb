import { useRef, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { TextField } from '../../../ui/field.tsx'
import { usePlacedText } from '../../../ui/use-placed-text.ts'
import type { ArticleValues } from './article-values.ts'
import styles from './event-fields.module.css'
import type { FormProblem } from './validate.ts'

type Event = ArticleValues['event']

interface EventFieldsProps {
  /** Read once, and again each time `turn` grows. */
  value: Event
  turn: number
  onValue: (event: Event) => void
  problems: readonly FormProblem[]
}

/** When and where the thing reported takes place. Days are chosen with the device's own calendar. */
export function EventFields({ value, turn, onValue, problems }: EventFieldsProps) {
  const words = useDeskText().form
  const [first] = useState(value)
  const refs = { startsOn: useRef<HTMLInputElement>(null), endsOn: useRef<HTMLInputElement>(null), place: useRef<HTMLInputElement>(null) }
  usePlacedText(refs.startsOn, value.startsOn, turn)
  usePlacedText(refs.endsOn, value.endsOn, turn)
  usePlacedText(refs.place, value.place, turn)
  const field = (name: keyof Event) => ({
    ref: refs[name],
    defaultValue: first[name],
    onInput: (event: { currentTarget: { value: string } }) => onValue({ ...value, [name]: event.currentTarget.value }),
  })
  return (
    <fieldset className={styles.event}>
      <legend className={styles.legend}>{words.fields.event}</legend>
      <div className={styles.days}>
        <TextField
          type="date"
          label={words.startsOn}
          error={problems.includes('startMissing') ? words.startMissing : undefined}
          {...field('startsOn')}
        />
        <TextField
          type="date"
          label={words.endsOn}
          error={problems.includes('endsEarly') ? words.endsEarly : undefined}
          {...field('endsOn')}
        />
      </div>
      <TextField label={words.place} maxLength={200} {...field('place')} />
    </fieldset>
  )
}
