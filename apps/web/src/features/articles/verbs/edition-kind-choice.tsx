import type { PublishInput } from '@bantin/shared/editorial-articles'
import type { RefObject } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import styles from './edition-kind-choice.module.css'

type Kind = NonNullable<PublishInput['kind']>

const kinds = ['major', 'minor', 'correction'] as const satisfies readonly Kind[]

interface EditionKindChoiceProps {
  kind: Kind | null
  onKind: (kind: Kind) => void
  /** Publishing was asked for without a choice. */
  missing: boolean
  firstRef: RefObject<HTMLInputElement | null>
}

/** How a new edition stands to the one before, each with what it does to the page. */
export function EditionKindChoice({ kind, onKind, missing, firstRef }: EditionKindChoiceProps) {
  const words = useDeskText().verbs
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.legend}>{words.kind}</legend>
      <p role="alert" className={styles.missing}>
        {missing ? words.kindMissing : ''}
      </p>
      {kinds.map((each) => (
        <label key={each} className={styles.kind}>
          <input
            ref={each === kinds[0] ? firstRef : undefined}
            type="radio"
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
