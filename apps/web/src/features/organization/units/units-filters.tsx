import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { LiveSearch } from '../../../ui/live-search.tsx'
import styles from './units-filters.module.css'
import type { UnitsSearch } from './units-search.ts'

/** What the tree shows: which units, of which day; every choice goes into the address. */
export function UnitsFilters({ search, onSearch }: { search: UnitsSearch; onSearch: (next: UnitsSearch) => void }) {
  const words = useOrganizationText().units
  const { tim, ngay, 'da-het': closed, ...rest } = search
  const show = (next: { tim?: string | undefined; ngay?: string | undefined; closed?: boolean | undefined }): void =>
    onSearch({
      ...rest,
      ...(next.tim ? { tim: next.tim } : {}),
      ...(next.ngay ? { ngay: next.ngay } : {}),
      ...(next.closed ? { 'da-het': true } : {}),
    })
  return (
    <div className={styles.filters}>
      <LiveSearch text={tim ?? ''} label={words.search} maxLength={100} onSearch={(text) => show({ tim: text, ngay, closed })} />
      <DayField label={words.day} day={ngay ?? ''} onDay={(day) => show({ tim, ngay: day, closed })} />
      <label className={styles.check}>
        <input type="checkbox" checked={closed ?? false} onChange={(event) => show({ tim, ngay, closed: event.target.checked })} />
        {words.closed}
      </label>
    </div>
  )
}
