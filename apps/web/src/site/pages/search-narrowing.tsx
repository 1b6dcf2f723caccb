import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { type Found, unitNameIn } from '../../features/articles/found-articles.api.ts'
import { categoriesQuery } from '../../features/categories/categories.api.ts'
import { unitQuery } from '../../features/units/units.api.ts'
import { formatDate } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSearchText } from '../../lib/i18n/site/use-search-text.ts'
import { type Asked, searchPath } from '../../lib/search-address.ts'
import styles from './search-narrowing.module.css'

/** One thing by which the results are fewer. */
interface Narrowed {
  by: 'unit' | 'category' | 'year' | 'from' | 'to'
  name: string
  lang?: 'vi'
}

/** All by which the results are fewer, in words. */
export function useNarrowing(asked: Asked, found: Found | undefined): Narrowed[] {
  const words = useSearchText()
  const locale = useLocale()
  const { data: categories = [] } = useQuery(categoriesQuery())
  const { unit, category, year, from, to } = asked
  const unitName = unit && found && unitNameIn(found, unit)
  // What was found names the unit, but for where nothing was.
  const { data: lookup } = useQuery({ ...unitQuery(unit ?? ''), enabled: Boolean(unit && found && !unitName) })
  const lookedUp = lookup && 'found' in lookup ? lookup.found.name : undefined
  return [
    ...(unit ? [{ by: 'unit', name: unitName ?? lookedUp ?? (found ? unit : words.unit), lang: 'vi' } as const] : []),
    ...(category
      ? [{ by: 'category', name: categories.find(({ slug }) => slug === category)?.name ?? category, lang: 'vi' } as const]
      : []),
    ...(year ? [{ by: 'year', name: words.ofYear(year) } as const] : []),
    ...(from ? [{ by: 'from', name: words.fromDay(formatDate(from, locale)) } as const] : []),
    ...(to ? [{ by: 'to', name: words.toDay(formatDate(to, locale)) } as const] : []),
  ]
}

/** By what the results are fewer, each with the way to take it back. */
export function SearchNarrowing({ narrowing, asked, path }: { narrowing: Narrowed[]; asked: Asked; path: string }) {
  const words = useSearchText()
  if (narrowing.length === 0) return null
  return (
    <ul className={styles.list} aria-label={words.narrowed}>
      {narrowing.map(({ by, name, lang }) => (
        <li key={by}>
          <Link
            className={styles.one}
            href={searchPath(path, { ...asked, [by]: undefined, after: undefined })}
            rel="nofollow"
            aria-label={words.takeBack(name)}
          >
            <span lang={lang}>{name}</span>{' '}
            <span className={styles.sign} aria-hidden="true">
              ×
            </span>
          </Link>
        </li>
      ))}
      {narrowing.length > 1 ? (
        <li>
          <Link className={styles.all} href={searchPath(path, { q: asked.q, sort: asked.sort })} rel="nofollow">
            {words.takeAllBack}
          </Link>
        </li>
      ) : null}
    </ul>
  )
}
