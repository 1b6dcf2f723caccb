import type { Unit } from '@bantin/shared/units'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import { siteQuery } from '../../features/site/site.api.ts'
import { DayForm } from '../../features/units/day-form.tsx'
import { yearShown } from '../../features/units/emulation.api.ts'
import { EmulationResults } from '../../features/units/emulation-results.tsx'
import { UnitAbout } from '../../features/units/unit-about.tsx'
import { UnitLife } from '../../features/units/unit-history.tsx'
import { unitQuery } from '../../features/units/units.api.ts'
import { formatDate } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { clockIn } from '../../lib/site-time.ts'
import { type AskedOfUnit, readUnitAsked, unitQueryOf } from '../../lib/unit-address.ts'
import { useAddressQuery } from '../../lib/use-address-query.ts'
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

/** A unit as it is on the day that the address asks for: contacts, place in the organization, what a bloc's years came to, and its news. */
export function UnitPage({ slug, after, path }: UnitPageProps) {
  const asked = readUnitAsked(useAddressQuery())
  const { data, error, refetch } = useQuery(unitQuery(slug, asked.day))
  const unit = data && 'found' in data ? data.found : undefined
  usePageHead(unit?.name, path)
  usePageView(unit !== undefined, path)
  if (!data) return <PageWaiting error={error} onRetry={() => void refetch()} />
  return unit ? <FoundUnit unit={unit} asked={asked} after={after} path={path} /> : <NotFoundPage />
}

interface FoundUnitProps {
  unit: Unit
  asked: AskedOfUnit
  after: string | undefined
  path: string
}

function FoundUnit({ unit, asked, after, path }: FoundUnitProps) {
  const words = useOrganizationText().unit
  const year = yearShown(unit, asked)
  const about = (
    <UnitAbout unit={unit} query={asked.day ? unitQueryOf({ day: asked.day }) : ''}>
      <DayForm slug={unit.slug} day={asked.day} />
    </UnitAbout>
  )
  // Whoever asks for a day wants what was then; news are those of today.
  return (
    <>
      <UnitHeading unit={unit} day={asked.day} path={path} />
      <div className={styles.columns}>
        {asked.day ? about : null}
        <div className={styles.main}>
          {year === undefined ? null : <EmulationResults unit={unit} year={year} asked={asked} />}
          <section aria-labelledby="news" className={styles.news}>
            <h2 id="news" className={styles.heading}>
              {words.news}
            </h2>
            <ArticleFeed filter={{ unit: unit.slug }} after={after} path={path} heading="h3" />
          </section>
        </div>
        {asked.day ? null : about}
      </div>
    </>
  )
}

function UnitHeading({ unit, day, path }: { unit: Unit; day: string | undefined; path: string }) {
  const words = useOrganizationText().unit
  const locale = useLocale()
  const { data: site } = useQuery(siteQuery())
  return (
    <PageHeading kind={words.kinds[unit.kind]} title={unit.name} lang="vi">
      {day ? (
        <p>
          <strong>{words.asOf(formatDate(day, locale))}</strong> <Link href={path}>{words.toToday}</Link>
        </p>
      ) : null}
      {site ? <UnitLife unit={unit} day={day ?? clockIn(site.timeZone, Date.now()).day} /> : null}
    </PageHeading>
  )
}
