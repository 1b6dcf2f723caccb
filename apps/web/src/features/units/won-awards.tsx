import type { WonAward } from '@bantin/shared/units'
import { Link } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { unitQueryOf } from '../../lib/unit-address.ts'
import { AwardDecision } from './award-decision.tsx'
import styles from './unit-history.module.css'

/** What a unit or somebody was commended with, each with its year, which leads to the results of it. */
export function WonAwards({ awards }: { awards: readonly WonAward[] }) {
  const words = useOrganizationText().emulation
  const paths = sitePaths(useLocale())
  return (
    <ul className={styles.list}>
      {awards.map((award) => (
        <li key={`${award.year}${award.bloc.id}${award.title}${award.decisionNo}`}>
          <span lang="vi">{award.title}</span>{' '}
          <Link href={paths.unit(award.bloc.slug) + unitQueryOf({ year: award.year })}>{words.of(award.year)}</Link>
          <AwardDecision award={award} />
        </li>
      ))}
    </ul>
  )
}
