import { SearchBox } from '../../features/search/search-box.tsx'
import { useSearchText } from '../../lib/i18n/site/use-search-text.ts'
import { type Asked, askedNames } from '../../lib/search-address.ts'
import styles from './search-page.module.css'

/** What is asked for, to be changed. What narrows it stays with new words: it is shown above what they find, and taken back there. */
export function SearchForm({ asked }: { asked: Asked }) {
  const words = useSearchText()
  return (
    <SearchBox q={asked.q} size="large">
      {(['unit', 'category', 'year', 'sort'] as const).map((name) =>
        asked[name] ? <input key={name} type="hidden" name={askedNames[name]} value={asked[name]} /> : null,
      )}
      <details className={styles.days} open={asked.from !== undefined || asked.to !== undefined}>
        <summary className={styles.summary}>{words.days}</summary>
        <div className={styles.fields}>
          {(['from', 'to'] as const).map((name) => (
            <label key={name} className={styles.day}>
              <span>{words[name]}</span>
              <input className={styles.input} type="date" name={askedNames[name]} defaultValue={asked[name]} />
            </label>
          ))}
          <button type="submit" className={styles.apply}>
            {words.apply}
          </button>
        </div>
      </details>
    </SearchBox>
  )
}
