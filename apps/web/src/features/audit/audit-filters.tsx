import type { Person } from '@bantin/shared/editorial-articles'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Filters } from '../../ui/filters.tsx'
import { Picker } from '../../ui/picker.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './audit-filters.module.css'
import { type AuditSearch, changedSearch } from './audit-search.ts'
import { useLogWords } from './use-log-words.ts'

interface AuditFiltersProps {
  search: AuditSearch
  onSearch: (search: AuditSearch) => void
  people: readonly Person[]
  /** Articles to choose from; the chosen one among them. */
  articles: readonly NamedItem[]
}

/** What the log shows; every choice goes into the address. */
export function AuditFilters({ search, onSearch, people, articles }: AuditFiltersProps) {
  const words = useLogWords()
  const set = (name: keyof AuditSearch, value: string): void => onSearch(changedSearch(search, name, value))
  const everybody = people.map(({ id, name }) => ({ value: id, label: name }))
  const actions = Object.entries(words.actions).map(([value, label]) => ({ value, label }))
  return (
    <Filters label={words.filters} count={Object.keys(search).length} counted={words.filtersOn} className={styles.filters}>
      <DayField label={words.from} day={search.tu ?? ''} onDay={(day) => set('tu', day)} />
      <DayField label={words.to} day={search.den ?? ''} onDay={(day) => set('den', day)} />
      <SelectField
        label={words.person}
        value={search.ai ?? ''}
        onValue={(value) => set('ai', value)}
        choices={[{ value: '', label: words.anyone }, ...everybody]}
      />
      <SelectField
        label={words.action}
        value={search.viec ?? ''}
        onValue={(value) => set('viec', value)}
        choices={[{ value: '', label: words.anyAction }, ...withOwn(actions, search.viec)]}
      />
      <SelectField
        label={words.account}
        value={search['tai-khoan'] ?? ''}
        onValue={(value) => set('tai-khoan', value)}
        choices={[{ value: '', label: words.anyAccount }, ...withOwn(everybody, search['tai-khoan'])]}
      />
      <div className={styles.article}>
        <Picker
          label={words.article}
          items={articles}
          chosen={search.bai ? [search.bai] : []}
          onAdd={(id) => set('bai', id)}
          onRemove={() => set('bai', '')}
        />
      </div>
      {Object.keys(search).length > 0 ? <Button onClick={() => onSearch({})}>{words.clear}</Button> : null}
    </Filters>
  )
}

/** A deed that an address names and we do not know yet can be seen to be chosen. */
function withOwn(actions: { value: string; label: string }[], chosen: string | undefined) {
  return chosen === undefined || actions.some(({ value }) => value === chosen) ? actions : [...actions, { value: chosen, label: chosen }]
}
