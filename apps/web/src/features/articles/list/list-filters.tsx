import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Filters } from '../../../ui/filters.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import styles from './list-filters.module.css'
import {
  type ListSearch,
  type OwnerFilter,
  ownerFilters,
  type PublicFilter,
  publicFilters,
  type WorkFilter,
  workFilters,
} from './state-filter.ts'

interface ListFiltersProps {
  search: ListSearch
  onSearch: (search: ListSearch) => void
  units: readonly { id: string; name: string; depth: number }[]
}

/** What the list shows; every choice goes into the address. */
export function ListFilters({ search, onSearch, units }: ListFiltersProps) {
  const words = useDeskText().list
  const { tim, ...filters } = search
  const count = Object.keys(filters).length
  return (
    <Filters label={words.filters} count={count} counted={words.filtersOn} className={styles.filters}>
      <StateFilters search={search} onSearch={onSearch} />
      <SelectField
        label={words.owner}
        value={search.cua ?? ''}
        onValue={(value) => onSearch(changed(search, 'cua', value as OwnerFilter))}
        choices={[{ value: '', label: words.anyOwner }, ...ownerFilters.map((value) => ({ value, label: words.owners[value] }))]}
      />
      <SelectField
        label={words.unit}
        value={search['don-vi'] ?? ''}
        onValue={(value) => onSearch(changed(search, 'don-vi', value))}
        choices={[
          { value: '', label: words.anyUnit },
          ...units.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` })),
        ]}
      />
      {(['qua-gio', 'dang-truoc'] as const).map((name) => (
        <label key={name} className={styles.check}>
          <input
            type="checkbox"
            checked={search[name] ?? false}
            onChange={(event) => onSearch(changed(search, name, event.target.checked || undefined))}
          />
          {words.checks[name]}
        </label>
      ))}
      {count > 0 ? <Button onClick={() => onSearch(tim ? { tim } : {})}>{words.clear}</Button> : null}
    </Filters>
  )
}

function StateFilters({ search, onSearch }: Omit<ListFiltersProps, 'units'>) {
  const words = useDeskText().list
  const { work, public: shown } = words.states
  return (
    <>
      <SelectField
        label={words.work}
        value={search['ban-nhap'] ?? ''}
        onValue={(value) => onSearch(changed(search, 'ban-nhap', value as WorkFilter))}
        choices={[
          { value: '', label: words.anyState },
          ...Object.entries(workFilters).map(([value, state]) => ({ value, label: state === 'scheduled' ? words.scheduled : work[state] })),
        ]}
      />
      <SelectField
        label={words.state}
        value={search['trang-thai'] ?? ''}
        onValue={(value) => onSearch(changed(search, 'trang-thai', value as PublicFilter))}
        choices={[
          { value: '', label: words.anyState },
          ...Object.entries(publicFilters).map(([value, state]) => ({ value, label: state === 'none' ? words.never : shown[state] })),
        ]}
      />
    </>
  )
}

/** The same filters with one set to another value, or left out. */
function changed<K extends keyof ListSearch>(search: ListSearch, name: K, value: ListSearch[K]): ListSearch {
  const { [name]: _old, ...rest } = search
  return (value ? { ...rest, [name]: value } : rest) as ListSearch
}
