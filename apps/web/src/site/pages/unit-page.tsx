import type { Unit } from '@bantin/shared/units'
import { useQuery } from '@tanstack/react-query'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import { UnitAbout } from '../../features/units/unit-about.tsx'
import { UnitEnd } from '../../features/units/unit-history.tsx'
import { unitQuery } from '../../features/units/units.api.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { usePageHead } from '../use-page-head.ts'
import { ArticleFeed } from './article-feed.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeading } from './page-heading.tsx'
import { PageWaiting } from './page-waiting.tsx'
import styles from './unit-page.module.css'

interface UnitPageProps {
  slug: string
  after: string | undefined
  path: string
}

/** A unit: contacts, place in the organization, and its news. */
export function UnitPage({ slug, after, path }: UnitPageProps) {
  const { data, error, refetch } = useQuery(unitQuery(slug))
  const unit = data && 'found' in data ? data.found : undefined
  usePageHead(unit?.name, path)
  usePageView(unit !== undefined, path)
  if (!data) return <PageWaiting error={error} onRetry={() => void refetch()} />
  return unit ? <FoundUnit unit={unit} after={after} path={path} /> : <NotFoundPage />
}

function FoundUnit({ unit, after, path }: { unit: Unit; after: string | undefined; path: string }) {
  const words = useSiteText().unit
  return (
    <>
      <PageHeading kind={words.kinds[unit.kind]} title={unit.name} lang="vi">
        <UnitEnd unit={unit} />
      </PageHeading>
      <div className={styles.columns}>
        <section aria-labelledby="news" className={styles.news}>
          <h2 id="news" className={styles.heading}>
            {words.news}
          </h2>
          <ArticleFeed filter={{ unit: unit.slug }} after={after} path={path} heading="h3" />
        </section>
        <UnitAbout unit={unit} />
      </div>
    </>
  )
}
