import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { OrderedList } from '../../../ui/ordered-list.tsx'
import { SearchChoice } from '../../../ui/search-choice.tsx'
import { redirectTargetsQuery } from '../ask/redirect-targets.api.ts'
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
  const found = useInfiniteQuery({ ...redirectTargetsQuery(), enabled: isLooked })
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const nameOf = (one: string): string =>
    known.find((item) => item.id === one)?.name ?? items.find((item) => item.id === one)?.title ?? words.unknown
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
            items={items.filter((item) => item.id !== own && !ids.includes(item.id))}
            onChoose={(one) => onIds([...ids, one])}
          />
          <p className={styles.hint}>{words.hint}</p>
        </>
      ) : (
        <p className={styles.hint}>{words.full}</p>
      )}
      {found.hasNextPage ? (
        <Button variant="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {words.older}
        </Button>
      ) : null}
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
    </div>
  )
}
