import type { PublishInput } from '@bantin/shared/article-verbs'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import styles from './choice.module.css'

export type Kind = NonNullable<PublishInput['kind']>

export const kinds = ['major', 'minor', 'correction'] as const satisfies readonly Kind[]

interface EditionKindChoiceProps {
  kind: Kind | null
  onKind: (kind: Kind) => void
  /** Publishing was asked for without a choice. */
  missing: boolean
}

/** How a new edition stands to the one before, each with what it does to the page. */
export function EditionKindChoice({ kind, onKind, missing }: EditionKindChoiceProps) {
  const words = useDeskText().verbs
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{words.kind}</legend>
      <p role="alert" className={styles.missing}>
        {missing ? words.kindMissing : ''}
      </p>
      {kinds.map((each) => (
        <label key={each} className={styles.choice}>
          <input
            type="radio"
            data-invalid={missing || undefined}
            name="kind"
            value={each}
            required
            checked={each === kind}
            onChange={() => onKind(each)}
          />
          <span>
            <strong>{words.kinds[each]}</strong>
            <span className={styles.hint}>{words.kindHints[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
