import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import styles from './list-filters.module.css'
import { type ListSearch, type StateFilter, stateFilters } from './state-filter.ts'

interface ListFiltersProps {
  search: ListSearch
  onSearch: (search: ListSearch) => void
  units: readonly { id: string; name: string; depth: number }[]
}

/** What the list shows; every choice goes into the address. */
export function ListFilters({ search, onSearch, units }: ListFiltersProps) {
  const words = useDeskText().list
  const { 'trang-thai': state, 'don-vi': unit, 'cua-toi': mine } = search
  const change = (part: ListSearch, without: keyof ListSearch): void => {
    const { [without]: _old, ...rest } = search
    onSearch({ ...rest, ...part })
  }
  return (
    <search className={styles.filters} aria-label={words.filters}>
      <SelectField
        label={words.state}
        value={state ?? ''}
        onValue={(value) => change(value ? { 'trang-thai': value as StateFilter } : {}, 'trang-thai')}
        choices={[
          { value: '', label: words.anyState },
          ...Object.entries(stateFilters).map(([value, { label }]) => ({ value, label: words.states[label] })),
        ]}
      />
      <SelectField
        label={words.unit}
        value={unit ?? ''}
        onValue={(value) => change(value ? { 'don-vi': value } : {}, 'don-vi')}
        choices={[
          { value: '', label: words.anyUnit },
          ...units.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` })),
        ]}
      />
      <label className={styles.mine}>
        <input
          type="checkbox"
          checked={mine ?? false}
          onChange={(event) => change(event.target.checked ? { 'cua-toi': true } : {}, 'cua-toi')}
        />
        {words.mine}
      </label>
      {state || unit || mine ? <Button onClick={() => onSearch({})}>{words.clear}</Button> : null}
    </search>
  )
}
