import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { clockIn } from '../../../lib/site-time.ts'
import { MomentFields, readMoment } from '../../../ui/moment-fields.tsx'
import type { FieldProblems, Filled } from '../../../ui/use-ask-form.ts'
import styles from './ask-dialog.module.css'

/** For what came out elsewhere before: when. Folded away, since most articles are new. */
export function CameOutBefore({ timeZone, error }: { timeZone: string; error: string | undefined }) {
  const words = useDeskText().ask.publish
  return (
    <details className={styles.folded}>
      <summary>{words.before}</summary>
      <MomentFields
        name="before"
        dayLabel={words.beforeDay}
        timeLabel={words.beforeTime}
        max={clockIn(timeZone, Date.now()).day}
        error={error}
      />
    </details>
  )
}

/** The moment of the first publication, if one was chosen. A day alone means its beginning. */
export function readCameOut(
  filled: Filled,
  timeZone: string,
  words: DeskWords['ask']['publish'],
): { send: { firstPublishedAt?: string } } | { wrong: FieldProblems } {
  const before = readMoment(filled, 'before', timeZone, '00:00')
  if (before === '') return { send: {} }
  if (before === null || Date.parse(before) > Date.now()) return { wrong: { before: words.beforeWrong } }
  return { send: { firstPublishedAt: before } }
}
