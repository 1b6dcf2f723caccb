import type { Suggestion } from '@bantin/shared/search'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
import { useLocation } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSearchText } from '../../lib/i18n/site/use-search-text.ts'
import { type SitePaths, sitePaths } from '../../lib/paths.ts'
import { Marked } from '../../ui/marked.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { shortestTyped, suggestionsQuery } from './suggestions.api.ts'
import styles from './suggestions.module.css'
import { useCombobox } from './use-combobox.ts'

/**
 * What may be meant, below an input while somebody types in it. Makes the input a combobox as the ARIA Authoring Practices have it
 * ("Editable combobox with list autocomplete", nothing chosen by itself): without JavaScript it is a field like any other.
 */
export function Suggestions({ input }: { input: HTMLInputElement }) {
  const words = useSearchText().suggestions
  const id = useId()
  const paths = sitePaths(useLocale())
  const [, navigate] = useLocation()
  const found = useRef<readonly Suggestion[]>([])
  const go = (place: number): void => {
    const item = found.current[place]
    if (!item) return
    input.value = ''
    navigate(pathOf(item, paths))
  }
  const { typed, isOpen, active } = useCombobox({ input, id, count: () => found.current.length, choose: go })
  // What was suggested before stays until the next is there.
  const { data = [] } = useQuery({ ...suggestionsQuery(typed), placeholderData: keepPreviousData })
  const items = typed.length < shortestTyped ? [] : data
  const shown = isOpen ? items : []
  useEffect(() => {
    found.current = items
    input.setAttribute('aria-expanded', String(shown.length > 0))
  })
  return (
    <>
      <VisuallyHidden>
        <span role="status">{shown.length > 0 ? words.count(shown.length) : ''}</span>
      </VisuallyHidden>
      <div className={styles.popup} hidden={shown.length === 0}>
        <div id={id} role="listbox" aria-label={words.label}>
          {shown.map((item, place) => (
            <Option key={item.id} id={`${id}-${place}`} item={item} isActive={place === active} onChoose={() => go(place)} />
          ))}
        </div>
      </div>
    </>
  )
}

interface OptionProps {
  id: string
  item: Suggestion
  isActive: boolean
  onChoose: () => void
}

function Option({ id, item, isActive, onChoose }: OptionProps) {
  const words = useSearchText().suggestions
  return (
    <div
      id={id}
      ref={isActive ? (option) => option?.scrollIntoView?.({ block: 'nearest' }) : undefined}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.option}
      // The input keeps its focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={(event) => (event.key === 'Enter' ? onChoose() : undefined)}
    >
      <span lang="vi">
        <Marked html={item.marked} />
      </span>{' '}
      <span className={styles.kind}>{words.kinds[item.kind]}</span>
    </div>
  )
}

function pathOf({ kind, slug }: Suggestion, paths: SitePaths): string {
  return paths[kind](slug)
}
