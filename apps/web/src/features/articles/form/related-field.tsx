import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { OrderedList } from '../../../ui/ordered-list.tsx'
import { PagedSearch } from '../../../ui/paged-search.tsx'
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
  const [isLooked, setLooked] = useState(false)
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    ...redirectTargetsQuery(),
    enabled: isLooked,
  })
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const nameOf = (id: string): string => [...known, ...items].find((item) => item.id === id)?.name ?? words.unknown
  const more = hasNextPage ? () => void fetchNextPage() : null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend does not stand in a grid
    <div role="group" aria-label={fields.relatedIds} className={styles.field} onFocus={() => setLooked(true)}>
      {ids.length > 0 ? <p className={styles.label}>{fields.relatedIds}</p> : null}
      <OrderedList label={fields.relatedIds} items={ids} keyOf={(id) => id} nameOf={nameOf} onItems={onIds}>
        {(id) => <span className={styles.title}>{nameOf(id)}</span>}
      </OrderedList>
      {ids.length < most ? (
        <PagedSearch
          label={ids.length > 0 ? words.add : fields.relatedIds}
          older={words.older}
          source={{ items, more, busy: isFetching, error, retry: () => void refetch() }}
          without={own ? [...ids, own] : ids}
          onChoose={({ id }) => onIds([...ids, id])}
        >
          <p className={styles.hint}>{words.hint}</p>
        </PagedSearch>
      ) : (
        <p className={styles.hint}>{words.full}</p>
      )}
    </div>
  )
}
