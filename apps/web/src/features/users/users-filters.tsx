import { type Role, roles } from '@bantin/shared/permissions'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { Button } from '../../ui/button.tsx'
import { Filters } from '../../ui/filters.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './users-filters.module.css'
import { type StateFilter, stateFilters, type UsersSearch } from './users-search.ts'

interface UsersFiltersProps {
  search: UsersSearch
  onSearch: (search: UsersSearch) => void
  units: readonly { id: string; name: string; depth: number }[]
}

/** Whom the list shows; every choice goes into the address. What is searched for stays as it is. */
export function UsersFilters({ search, onSearch, units }: UsersFiltersProps) {
  const { roles: roleNames } = useDeskText()
  const words = useUsersText()
  const { tim, ...filters } = search
  const count = Object.keys(filters).length
  return (
    <Filters label={words.filters} count={count} counted={words.filtersOn} className={styles.filters}>
      <SelectField
        label={words.state}
        value={search['trang-thai'] ?? ''}
        onValue={(value) => onSearch(changed(search, 'trang-thai', value as StateFilter))}
        choices={[
          { value: '', label: words.anyState },
          ...Object.entries(stateFilters).map(([value, state]) => ({ value, label: words.states[state] })),
        ]}
      />
      <SelectField
        label={words.role}
        value={search['vai-tro'] ?? ''}
        onValue={(value) => onSearch(changed(search, 'vai-tro', value as Role))}
        choices={[{ value: '', label: words.anyRole }, ...roles.map((value) => ({ value, label: roleNames[value] }))]}
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
      {count > 0 ? <Button onClick={() => onSearch(tim ? { tim } : {})}>{words.clear}</Button> : null}
    </Filters>
  )
}

/** The same filters with one set to another value, or left out. */
function changed<K extends keyof UsersSearch>(search: UsersSearch, name: K, value: UsersSearch[K]): UsersSearch {
  const { [name]: _old, ...rest } = search
  return (value ? { ...rest, [name]: value } : rest) as UsersSearch
}
