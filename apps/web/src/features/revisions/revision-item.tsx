import type { RevisionCard } from '@bantin/shared/revisions'
import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useHistoryText } from '../../lib/i18n/desk/use-history-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import styles from './revision-item.module.css'

/** A revision in the list: which it is, whose, and what became of it; `children` are its buttons. */
export function RevisionItem({ revision, children }: { revision: RevisionCard; children: ReactNode }) {
  const words = useHistoryText()
  const locale = useLocale()
  const { number, label, savedBy, savedAt, isHead, words: wordCount } = revision
  return (
    <li className={styles.item} data-newest={isHead || undefined}>
      <h3 className={styles.name}>
        {words.number(number)}
        {label ? `: ${label}` : null}
      </h3>
      <p className={styles.marks}>
        {marksOf(revision, words).map((mark) => (
          <span key={mark} className={styles.mark}>
            {mark}
          </span>
        ))}
      </p>
      <p className={styles.facts}>
        {words.saved(savedBy?.name ?? words.nobody, formatMoment(savedAt, locale))} · {words.wordCount(wordCount)}
      </p>
      <div className={styles.actions}>{children}</div>
    </li>
  )
}

function marksOf({ isHead, editions, isApproved, isRedacted, sealed }: RevisionCard, words: ReturnType<typeof useHistoryText>): string[] {
  return [
    ...(isHead ? [words.newest] : []),
    ...editions.map(words.edition),
    ...(isApproved ? [words.approved] : []),
    ...(isRedacted ? [words.redacted] : []),
    ...(sealed ? [words.kept] : isHead ? [] : [words.checkpoint]),
  ]
}
