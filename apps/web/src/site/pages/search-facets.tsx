import type { SearchFacets as Facets } from '@bantin/shared/search'
import { Link } from 'wouter'
import { formatNumber } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSearchText } from '../../lib/i18n/site/use-search-text.ts'
import { type Asked, searchPath } from '../../lib/search-address.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './search-facets.module.css'

interface Entry {
  /** What the address says. */
  value: string
  name: string
  lang?: 'vi'
  count: number
}

/** So many are shown at once. */
const first = 6

const named = (facets: Facets['units']): Entry[] => facets.map(({ slug, name, count }) => ({ value: slug, name, lang: 'vi', count }))

/** How many there are of each unit, section and year: links that narrow, and take back. */
export function SearchFacets({ facets, asked, path }: { facets: Facets; asked: Asked; path: string }) {
  const words = useSearchText()
  const years = facets.years.map(({ year, count }): Entry => ({ value: String(year), name: String(year), count }))
  const ofAsked = { asked, path }
  return (
    <section id="thu-hep" aria-labelledby="thu-hep-ten" className={styles.facets}>
      <h2 id="thu-hep-ten" className={styles.heading}>
        {words.narrow}
      </h2>
      <Facet {...ofAsked} title={words.unit} entries={named(facets.units)} by="unit" />
      <Facet {...ofAsked} title={words.category} entries={named(facets.categories)} by="category" />
      <Facet {...ofAsked} title={words.year} entries={years} by="year" />
    </section>
  )
}

interface FacetProps {
  title: string
  entries: Entry[]
  by: 'unit' | 'category' | 'year'
  asked: Asked
  path: string
}

function Facet({ title, entries, ...rest }: FacetProps) {
  const words = useSearchText()
  if (entries.length === 0) return null
  const more = entries.slice(first)
  return (
    <div>
      <h3 className={styles.title}>{title}</h3>
      <Entries entries={entries.slice(0, first)} {...rest} />
      {more.length > 0 ? (
        <details>
          <summary className={styles.more}>{words.more(more.length)}</summary>
          <Entries entries={more} {...rest} />
        </details>
      ) : null}
    </div>
  )
}

function Entries({ entries, by, asked, path }: Omit<FacetProps, 'title'>) {
  const words = useSearchText()
  const locale = useLocale()
  // A year takes the place of days.
  const others = { ...asked, after: undefined, ...(by === 'year' ? { from: undefined, to: undefined } : {}) }
  return (
    <ul className={styles.list}>
      {entries.map(({ value, name, lang, count }) => {
        const isChosen = asked[by] === value
        return (
          <li key={value}>
            <Link
              className={styles.entry}
              href={searchPath(path, { ...others, [by]: isChosen ? undefined : value })}
              rel="nofollow"
              aria-current={isChosen ? 'true' : undefined}
            >
              <span lang={lang}>{name}</span>{' '}
              <span className={styles.count}>
                {formatNumber(count, locale)}
                <VisuallyHidden> {words.articles}</VisuallyHidden>
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
