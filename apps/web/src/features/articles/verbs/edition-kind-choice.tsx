import type { PublishInput } from '@bantin/shared/editorial-articles'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import styles from './edition-kind-choice.module.css'

type Kind = NonNullable<PublishInput['kind']>

const kinds = ['major', 'minor', 'correction'] as const satisfies readonly Kind[]

/** How a new edition stands to the one before, each with what it does to the page. */
export function EditionKindChoice({ kind, onKind }: { kind: Kind; onKind: (kind: Kind) => void }) {
  const words = useDeskText().verbs
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.legend}>{words.kind}</legend>
      {kinds.map((each) => (
        <label key={each} className={styles.kind}>
          <input type="radio" name="kind" value={each} checked={each === kind} onChange={() => onKind(each)} />
          <span>
            <strong>{words.kinds[each]}</strong>
            <span className={styles.hint}>{words.kindHints[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
