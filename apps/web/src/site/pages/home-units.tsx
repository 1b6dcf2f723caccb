import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { UnitLinks } from '../../features/units/unit-links.tsx'
import { type UnitLine, unitsQuery } from '../../features/units/units.api.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import styles from './home-page.module.css'

/** The units of the first two levels, the blocs after them. */
export function HomeUnits() {
  const words = useSiteText()
  const paths = sitePaths(useLocale())
  const { data } = useQuery(unitsQuery())
  const units = data ? upperUnits(data) : []
  if (units.length === 0) return null
  return (
    <section aria-labelledby="units" className={styles.units}>
      <h2 id="units" className={styles.heading}>
        <Link className={styles.headingLink} href={paths.units}>
          {words.units}
        </Link>
      </h2>
      <UnitLinks units={units} columns />
    </section>
  )
}

function upperUnits(units: UnitLine[]): UnitLine[] {
  const tops = new Set(units.filter(({ parentId }) => parentId === null).map(({ id }) => id))
  const upper = units.filter(({ id, parentId }) => tops.has(id) || (parentId !== null && tops.has(parentId)))
  return [...upper.filter(({ kind }) => kind !== 'bloc'), ...upper.filter(({ kind }) => kind === 'bloc')]
}
