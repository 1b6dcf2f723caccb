import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Filters } from '../../ui/filters.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './figures.module.css'
import { type FiguresSearch, type FilterName, filterNames, type Range, ranges } from './figures-search.ts'

interface FiguresFiltersProps {
  search: FiguresSearch
  onSearch: (search: FiguresSearch) => void
  /** What can be filtered by. */
  items: Record<FilterName, readonly NamedItem[]>
  /** The days that are shown, for whoever begins to choose them. */
  days: { from: string; to: string }
}

/** Which days, and of what; every choice goes into the address. */
export function FiguresFilters({ search, onSearch, items, days }: FiguresFiltersProps) {
  const words = useFiguresText()
  const chosen = filterNames.find((name) => search[name])
  const range = search.ky ?? '30-ngay'
  const show = (ky: Range): void => onSearch({ ...withoutDays(search), ky, ...(ky === 'tu-chon' ? { tu: days.from, den: days.to } : {}) })
  return (
    <Filters label={words.filters} count={chosen ? 1 : 0} counted={words.filtersOn} className={styles.filters}>
      <SelectField label={words.range} value={range} onValue={(value) => show(value as Range)} choices={choicesOf(ranges, words.ranges)} />
      {range === 'tu-chon' ? (
        <>
          <DayField label={words.from} day={days.from} onDay={(tu) => tu && onSearch({ ...search, tu })} />
          <DayField label={words.to} day={days.to} onDay={(den) => den && onSearch({ ...search, den })} />
        </>
      ) : null}
      {filterNames.map((name) => (
        <SelectField
          key={name}
          label={words.by[name]}
          value={search[name] ?? ''}
          onValue={(value) => onSearch({ ...withoutFilter(search), ...(value ? { [name]: value } : {}) })}
          choices={[
            { value: '', label: words.everything },
            ...unlisted(items[name], search[name]).map((value) => ({ value, label: words.unlisted })),
            ...items[name].map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
      ))}
    </Filters>
  )
}

function choicesOf<N extends string>(names: readonly N[], labels: Record<N, string>) {
  return names.map((value) => ({ value, label: labels[value] }))
}

/** What the address names and no list has: the list is still loaded, or it is gone. Without it, the whole site would seem to be shown. */
function unlisted(items: readonly NamedItem[], id: string | undefined): string[] {
  return id === undefined || items.some((item) => item.id === id) ? [] : [id]
}

function withoutDays({ tu: _tu, den: _den, ...rest }: FiguresSearch): FiguresSearch {
  return rest
}

/** One filter takes the place of another. */
function withoutFilter({ 'don-vi': _unit, 'tac-gia': _author, 'chuyen-muc': _category, ...rest }: FiguresSearch): FiguresSearch {
  return rest
}
