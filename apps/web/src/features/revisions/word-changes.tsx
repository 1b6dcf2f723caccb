import type { WordChange } from '@bantin/shared/revisions'
import { useHistoryText } from '../../lib/i18n/desk/use-history-text.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './word-changes.module.css'

/** A text with what was taken out and put in: told apart by lines under and through it, and in words for those who listen. */
export function WordChanges({ words: changes }: { words: readonly WordChange[] }) {
  return [...changes.entries()].map(([place, { op, text }]) =>
    op === 'same' ? <span key={place}>{text}</span> : <Changed key={place} op={op} text={text} />,
  )
}

/** One stretch that differs. */
export function Changed({ op, text }: { op: 'added' | 'removed'; text: string }) {
  const words = useHistoryText()
  const Mark = op === 'added' ? 'ins' : 'del'
  return (
    <Mark className={styles[op]}>
      <VisuallyHidden>{words[op]} </VisuallyHidden>
      {text}
      <VisuallyHidden> {words.endOfChange} </VisuallyHidden>
    </Mark>
  )
}
