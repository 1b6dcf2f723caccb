import { useTitlesText } from '../../../lib/i18n/desk/use-titles-text.ts'
import type { TitlesWords } from '../../../lib/i18n/desk/vi-titles.ts'
import { type Locale, useLocale } from '../../../lib/i18n/locale.ts'
import { Button } from '../../../ui/button.tsx'
import { focusBlock } from '../editor/focus-block.ts'
import type { ArticleValues } from '../form/article-values.ts'
import { sayTitle, sayTitleDays } from './say-title.ts'
import styles from './title-check.module.css'
import { type PlacedFault, useTitleFaults } from './use-title-faults.ts'

interface TitleCheckProps {
  values: ArticleValues
  day: string | undefined
  /** Before the text is gone to: what stands above it is left. */
  onGo?: () => void
}

/** Titles that were not their bearers' on the day, as far as it is known: to be looked at, never in the way. */
export function TitleCheck({ values, day, onGo }: TitleCheckProps) {
  const words = useTitlesText()
  const locale = useLocale()
  const faults = useTitleFaults(values, day)
  if (faults.length === 0) return null
  const show = (blockId: string): void => {
    onGo?.()
    // A dialog that closes gives the focus back first.
    setTimeout(() => focusBlock(blockId))
  }
  return (
    <section className={styles.check} aria-label={words.check}>
      <h2 className={styles.heading}>{words.check}</h2>
      <ul className={styles.list}>
        {faults.map((fault, index) => (
          <li key={index}>
            {sayFault(fault, words, locale)} <Place fault={fault} onShow={show} />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{words.checkHint}</p>
    </section>
  )
}

function Place({ fault: { field, blockId }, onShow }: { fault: PlacedFault; onShow: (blockId: string) => void }) {
  const words = useTitlesText()
  if (field !== 'body') return <span>({words.places[field]})</span>
  return blockId ? (
    <Button variant="quiet" onClick={() => onShow(blockId)}>
      {words.show}
    </Button>
  ) : null
}

function sayFault({ kind, title, name, titles }: PlacedFault, words: TitlesWords, locale: Locale): string {
  if (kind === 'other') return words.other(title, name, titles.map(sayTitle).join('; '))
  const [first] = titles
  return words[kind](title, name, first ? sayTitleDays(first, words, locale) : '')
}
