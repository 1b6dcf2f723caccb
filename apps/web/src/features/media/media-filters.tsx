import { useMediaText } from '../../lib/i18n/desk/use-media-text.ts'
import { Button } from '../../ui/button.tsx'
import { Filters } from '../../ui/filters.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './media-filters.module.css'
import { type KindFilter, kindFilters, type MediaSearch } from './media-search.ts'

interface MediaFiltersProps {
  search: MediaSearch
  onSearch: (search: MediaSearch) => void
  units: readonly { id: string; name: string; depth: number }[]
}

/** What the library shows; every choice goes into the address. What is searched for stays as it is. */
export function MediaFilters({ search, onSearch, units }: MediaFiltersProps) {
  const words = useMediaText()
  const { tim, ...filters } = search
  const count = Object.keys(filters).length
  return (
    <Filters label={words.filters} count={count} counted={words.filtersOn} className={styles.filters}>
      <SelectField
        label={words.kind}
        value={search.loai ?? ''}
        onValue={(value) => onSearch(changed(search, 'loai', value as KindFilter))}
        choices={[
          { value: '', label: words.anyKind },
          ...Object.entries(kindFilters).map(([value, kind]) => ({ value, label: words.kinds[kind] })),
        ]}
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
      {(['cua-toi', 'chua-dung'] as const).map((name) => (
        <label key={name} className={styles.check}>
          <input
            type="checkbox"
            checked={search[name] ?? false}
            onChange={(event) => onSearch(changed(search, name, event.target.checked || undefined))}
          />
          {name === 'cua-toi' ? words.mine : words.unused}
        </label>
      ))}
      {count > 0 ? <Button onClick={() => onSearch(tim ? { tim } : {})}>{words.clear}</Button> : null}
    </Filters>
  )
}

/** The same filters with one set to another value, or left out. */
function changed<K extends keyof MediaSearch>(search: MediaSearch, name: K, value: MediaSearch[K] | undefined): MediaSearch {
  const { [name]: _old, ...rest } = search
  return (value ? { ...rest, [name]: value } : rest) as MediaSearch
}
