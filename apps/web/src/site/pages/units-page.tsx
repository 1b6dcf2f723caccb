import { useQuery } from '@tanstack/react-query'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import { UnitFilter } from '../../features/units/unit-filter.tsx'
import { UnitLinks } from '../../features/units/unit-links.tsx'
import { UnitTree } from '../../features/units/unit-tree.tsx'
import { type UnitLine, unitsQuery } from '../../features/units/units.api.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { usePageHead } from '../use-page-head.ts'
import { PageHeading } from './page-heading.tsx'
import { PageWaiting } from './page-waiting.tsx'
import styles from './units-page.module.css'

/** All units as a tree; the emulation blocs apart, since their members stand in the tree. */
export function UnitsPage({ path }: { path: string }) {
  const heading = useSiteText().units
  const words = useOrganizationText().unit
  const { data, error, refetch } = useQuery(unitsQuery())
  usePageHead(heading, path)
  usePageView(data !== undefined, path)
  if (!data) return <PageWaiting error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeading title={heading} />
      {data.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <UnitFilter units={data}>
          <Units units={data} />
        </UnitFilter>
      )}
    </>
  )
}

function Units({ units }: { units: UnitLine[] }) {
  const words = useOrganizationText().unit
  const blocs = units.filter(({ kind }) => kind === 'bloc')
  return (
    <div className={styles.columns}>
      <section aria-labelledby="tree" className={styles.part}>
        <h2 id="tree" className={styles.heading}>
          {words.tree}
        </h2>
        <UnitTree units={units.filter(({ kind }) => kind !== 'bloc')} />
      </section>
      {blocs.length > 0 ? (
        <section aria-labelledby="blocs" className={styles.part}>
          <h2 id="blocs" className={styles.heading}>
            {words.blocHeading}
          </h2>
          <UnitLinks units={blocs} />
        </section>
      ) : null}
    </div>
  )
}
