import type { Emulation } from '@bantin/shared/blocs'
import type { Unit } from '@bantin/shared/units'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { type AskedOfUnit, unitQueryOf } from '../../lib/unit-address.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { AwardDecision } from './award-decision.tsx'
import { emulationQuery } from './emulation.api.ts'
import styles from './emulation-results.module.css'
import { EmulationTable } from './emulation-table.tsx'

interface EmulationResultsProps {
  unit: Unit
  year: number
  asked: AskedOfUnit
}

/** What a bloc's year came to, with the way to other years. */
export function EmulationResults({ unit, year, asked }: EmulationResultsProps) {
  const words = useOrganizationText().emulation
  const { data, error, refetch } = useQuery(emulationQuery(unit.slug, year))
  const found = data && 'found' in data ? data.found : undefined
  return (
    <section id="ket-qua" aria-labelledby="results" className={styles.results}>
      <h2 id="results" className={styles.heading}>
        {words.results(year)}
      </h2>
      {!data && error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <Loading>
          <Skeleton />
          <Skeleton />
        </Loading>
      ) : null}
      {found?.legalBasis ? (
        <p className={styles.basis}>
          {words.basis}: <span lang="vi">{found.legalBasis}</span>
        </p>
      ) : null}
      {found && found.results.length > 0 ? <EmulationTable results={found.results} caption={words.results(year)} /> : null}
      {found && found.awards.length > 0 ? <YearAwards awards={found.awards} year={year} /> : null}
      <OtherYears unit={unit} year={year} asked={asked} />
    </section>
  )
}

function YearAwards({ awards, year }: { awards: Emulation['awards']; year: number }) {
  const words = useOrganizationText().emulation
  const paths = sitePaths(useLocale())
  return (
    <>
      <h3 className={styles.subheading}>{words.awardsOfYear(year)}</h3>
      <ul className={styles.awards}>
        {awards.map((award) => (
          <li key={`${award.title}${award.unit?.id}${award.person?.id}${award.decisionNo}`}>
            <span lang="vi">
              {award.unit ? <Link href={paths.unit(award.unit.slug)}>{award.unit.name}</Link> : null}
              {award.person ? <Link href={paths.person(award.person.slug)}>{award.person.name}</Link> : null}: {award.title}
            </span>
            <AwardDecision award={award} />
          </li>
        ))}
      </ul>
    </>
  )
}

function OtherYears({ unit, year, asked }: EmulationResultsProps) {
  const words = useOrganizationText().emulation
  const path = sitePaths(useLocale()).unit(unit.slug)
  const others = unit.emulationYears.filter((each) => each !== year)
  if (others.length === 0) return null
  return (
    <nav aria-label={words.years} className={styles.years}>
      {words.years}:
      {others.map((each) => (
        <Link key={each} href={path + unitQueryOf({ ...asked, year: each })}>
          {each}
        </Link>
      ))}
    </nav>
  )
}
