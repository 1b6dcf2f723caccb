import type { FieldDiff, RevisionDiff } from '@bantin/shared/revisions'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useHistoryText } from '../../lib/i18n/desk/use-history-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { BlockDiffs } from './block-diff.tsx'
import styles from './diff-view.module.css'
import { type NameOf, sayValue } from './revision-values.ts'
import { Changed, WordChanges } from './word-changes.tsx'

/** What differs between two revisions: the fields, then the text. */
export function DiffView({ diff, nameOf }: { diff: RevisionDiff; nameOf: NameOf }) {
  const words = useHistoryText()
  const { body } = useDeskText().form.fields
  const { fields, blocks } = diff
  const isBodySame = blocks.every(({ change }) => change === 'same')
  if (fields.length === 0 && isBodySame) return <p role="status">{words.noDifference}</p>
  return (
    <div className={styles.diff}>
      <p className={styles.legend}>
        <Changed op="added" text={words.legend.added} /> <Changed op="removed" text={words.legend.removed} />
      </p>
      {fields.map((field) => (
        <FieldChange key={field.name} field={field} nameOf={nameOf} />
      ))}
      <h3 className={styles.name}>{body}</h3>
      {isBodySame ? <p>{words.bodySame}</p> : <BlockDiffs blocks={blocks} />}
    </div>
  )
}

function FieldChange({ field, nameOf }: { field: FieldDiff; nameOf: NameOf }) {
  const words = useHistoryText()
  const { fieldName } = useDeskText().form
  const locale = useLocale()
  return (
    <section className={styles.field}>
      <h3 className={styles.name}>{fieldName(field.name)}</h3>
      {'words' in field ? (
        <p className={styles.text}>
          <WordChanges words={field.words} />
        </p>
      ) : (
        <dl className={styles.values}>
          <div>
            <dt>{words.before}</dt>
            <dd>{sayValue(field.name, field.before, nameOf, words, locale)}</dd>
          </div>
          <div>
            <dt>{words.after}</dt>
            <dd>{sayValue(field.name, field.after, nameOf, words, locale)}</dd>
          </div>
        </dl>
      )}
    </section>
  )
}
