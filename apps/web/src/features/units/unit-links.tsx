import { Link } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { sitePaths } from '../../lib/paths.ts'
import styles from './unit-links.module.css'

export interface UnitLinksProps {
  units: { id: string; slug: string; name: string }[]
  /** In columns, where there is room. */
  columns?: boolean
  /** What their addresses say more: the day that they are shown as on. */
  query?: string
}

/** Units as links, in the order given. */
export function UnitLinks({ units, columns = false, query = '' }: UnitLinksProps) {
  const locale = useLocale()
  return (
    <ul className={columns ? styles.columns : styles.list} lang="vi">
      {units.map(({ id, slug, name }) => (
        <li key={id} className={styles.line}>
          <Link className={styles.link} href={sitePaths(locale).unit(slug) + query}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
