import { Link } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { sitePaths } from '../../lib/paths.ts'
import styles from './unit-tree.module.css'
import type { UnitLine } from './units.api.ts'

/** The units below a parent as nested lists of links. A unit whose parent is not in the list stands at the top. */
export function UnitTree({ units }: { units: UnitLine[] }) {
  const known = new Set(units.map(({ id }) => id))
  const tops = units.filter(({ parentId }) => parentId === null || !known.has(parentId))
  return <Branch lines={tops} units={units} />
}

function Branch({ lines, units }: { lines: UnitLine[]; units: UnitLine[] }) {
  const locale = useLocale()
  return (
    <ul className={styles.branch} lang="vi">
      {lines.map(({ id, slug, name }) => {
        const below = units.filter(({ parentId }) => parentId === id)
        return (
          <li key={id} className={styles.line}>
            <Link className={styles.link} href={sitePaths(locale).unit(slug)}>
              {name}
            </Link>
            {below.length > 0 ? <Branch lines={below} units={units} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
