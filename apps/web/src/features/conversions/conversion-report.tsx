import type { Body } from '@bantin/shared/body'
import { bodyText } from '@bantin/shared/body/body-text'
import type { Dropped, LegacyFont } from '@bantin/shared/conversions'
import { useConversionText } from '../../lib/i18n/desk/use-conversion-text.ts'
import { Button } from '../../ui/button.tsx'
import { NoticeLine } from '../../ui/notice-line.tsx'
import styles from './conversion-form.module.css'

interface LegacyNoticeProps {
  /** In whose letters the text seems to be written. */
  found: LegacyFont | null
  /** From whose letters it was rewritten. */
  converted: LegacyFont | null
  onFont: (font: LegacyFont | undefined) => void
}

/** Offers to rewrite a text of an old font, and the way back. */
export function LegacyNotice({ found, converted, onFont }: LegacyNoticeProps) {
  const words = useConversionText()
  if (converted) {
    return (
      <NoticeLine tone="success" actions={<Button onClick={() => onFont(undefined)}>{words.keep}</Button>}>
        <p role="status">{words.converted(words.fonts[converted])}</p>
      </NoticeLine>
    )
  }
  if (!found) return null
  return (
    <NoticeLine tone="notice" actions={<Button onClick={() => onFont(found)}>{words.convert}</Button>}>
      <p role="status">{words.legacy(words.fonts[found])}</p>
    </NoticeLine>
  )
}

const beginning = 400

/** The first lines, by which somebody sees whether it is the right file and its letters are right. */
export function Beginning({ body }: { body: Body }) {
  const words = useConversionText()
  // Pictures without a caption leave blank lines.
  const text = bodyText(body)
    .trim()
    .replace(/\n{3,}/g, '\n\n')
  if (text === '') return <p>{words.nothing}</p>
  return (
    <section aria-label={words.begins}>
      <p className={styles.label}>{words.begins}</p>
      <p className={styles.beginning}>{text.length > beginning ? `${text.slice(0, beginning).trimEnd()}…` : text}</p>
    </section>
  )
}

/** What of the document has no place in an article. */
export function DroppedList({ dropped }: { dropped: readonly Dropped[] }) {
  const words = useConversionText()
  if (dropped.length === 0) return <p>{words.allKept}</p>
  return (
    <section aria-label={words.dropped}>
      <p className={styles.label}>{words.dropped}</p>
      <ul className={styles.dropped}>
        {dropped.map(({ what, count, sample }) => (
          <li key={what}>
            {words.whats[what] ?? words.otherWhat(what)}: {words.times(count)}
            {sample ? (
              <>
                {' '}
                <q>{sample}</q>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
