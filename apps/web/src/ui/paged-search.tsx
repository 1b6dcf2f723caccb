import { type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import { ErrorNotice } from './error-notice.tsx'
import type { Finder, NamedItem } from './search-choice.tsx'
import { SearchField } from './search-field.tsx'

/** One of them: its name tells it from others with the same title. */
export interface SearchItem extends NamedItem {
  title: string
}

/** What is looked through, as far as it is loaded. */
export interface SearchSource {
  items: readonly SearchItem[]
  /** Loads older ones; null when these are all. */
  more: (() => void) | null
  busy: boolean
  error: unknown
  retry: () => void
  /** Who finds by what is typed among all; without it they are found among those that are loaded. */
  search?: Finder | undefined
}

interface PagedSearchProps {
  label: string
  /** The button that loads older ones. */
  older: string
  source: SearchSource
  /** What is chosen already. */
  without: readonly string[]
  onChoose: (item: SearchItem) => void
  children?: ReactNode
}

/** One of very many, found by typing; diacritics may be left out. */
export function PagedSearch({ label, older, source, without, onChoose, children }: PagedSearchProps) {
  const id = useId()
  const items = source.items.filter((item) => !without.includes(item.id))
  const choose = (chosen: NamedItem): void => {
    const item = items.find((each) => each.id === chosen.id)
    if (item) onChoose(item)
  }
  return (
    <SearchField id={id} label={label} items={items} search={source.search} onChoose={choose}>
      {children}
      {source.more ? (
        <Button variant="quiet" busy={source.busy} onClick={source.more}>
          {older}
        </Button>
      ) : null}
      {source.error ? <ErrorNotice error={source.error} onRetry={source.retry} /> : null}
    </SearchField>
  )
}
