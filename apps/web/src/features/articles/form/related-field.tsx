import { useId, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { OrderedList } from '../../../ui/ordered-list.tsx'
import { SearchChoice } from '../../../ui/search-choice.tsx'
import { usePublicArticles } from '../use-public-articles.ts'
import type { Named } from './choices.ts'
import styles from './related-field.module.css'

interface RelatedFieldProps {
  ids: string[]
  /** The article itself is not beside itself. */
  own: string | undefined
  /** Those that were there when the form was opened, by title. */
  known: readonly Named[]
  onIds: (ids: string[]) => void
}

/** As many as the contract takes. */
const most = 10

/** The articles that stand beside this one, in their order; what can be added is asked for once somebody looks for it. */
export function RelatedField({ ids, own, known, onIds }: RelatedFieldProps) {
  const { related: words, fields } = useDeskText().form
  const id = useId()
  const [isLooked, setLooked] = useState(false)
  const articles = usePublicArticles(isLooked)
  const [chosen, setChosen] = useState<readonly Named[]>([])
  const nameOf = (one: string): string => [...known, ...chosen].find((item) => item.id === one)?.name ?? words.unknown
  const add = (one: string): void => {
    // What is found next may not have it any more.
    setChosen([...chosen, { id: one, name: articles.items.find((item) => item.id === one)?.title ?? words.unknown }])
    onIds([...ids, one])
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend does not stand in a grid
    <div role="group" aria-label={fields.relatedIds} className={styles.field} onFocus={() => setLooked(true)}>
      <label className={styles.label} htmlFor={id}>
        {fields.relatedIds}
      </label>
      <OrderedList label={fields.relatedIds} items={ids} keyOf={(one) => one} nameOf={nameOf} onItems={onIds}>
        {(one) => <span className={styles.title}>{nameOf(one)}</span>}
      </OrderedList>
      {ids.length < most ? (
        <>
          <SearchChoice
            id={id}
            items={articles.items.filter((item) => item.id !== own && !ids.includes(item.id))}
            search={articles.search}
            onChoose={add}
          />
          <p className={styles.hint}>{words.hint}</p>
        </>
      ) : (
        <p className={styles.hint}>{words.full}</p>
      )}
      {articles.more ? (
        <Button variant="quiet" busy={articles.busy} onClick={articles.more}>
          {words.older}
        </Button>
      ) : null}
      {articles.error ? <ErrorNotice error={articles.error} onRetry={articles.retry} /> : null}
    </div>
  )
}
