import type { EditorialUnit } from '@bantin/shared/editorial-units'
import type { ReactNode } from 'react'
import { formatDate } from '../../../lib/format.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { sayDays } from '../../../lib/say-days.ts'
import { PageSection } from '../../../ui/page-section.tsx'
import styles from '../organization.module.css'
import type { Days } from '../read-days.ts'
import { factsOf } from './unit-facts-values.ts'

type UnitLink = (unit: { id: string; name: string }) => ReactNode

/** What is noted of a unit, for those who may only look. */
export function UnitRead({ unit, unitLink }: { unit: EditorialUnit; unitLink: UnitLink }) {
  const organization = useOrganizationText()
  const words = useUnitText()
  const facts = Object.entries(factsOf(unit, words.facts, organization)).filter(([, value]) => value !== '')
  return (
    <>
      <PageSection title={words.facts.title}>
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </PageSection>
      <PageSection title={words.names.title}>
        <ul className={styles.lines}>
          {unit.names.map((one) => (
            <li key={`${one.from} ${one.name}`}>
              {one.name}
              {one.shortName ? ` (${one.shortName})` : ''}, <SaidDays days={one} />
            </li>
          ))}
        </ul>
      </PageSection>
      <PageSection title={words.places.title}>
        {unit.parents.length === 0 ? <p className={styles.soft}>{words.places.none}</p> : null}
        <ul className={styles.lines}>
          {unit.parents.map((one) => (
            <li key={`${one.from} ${one.parentId}`}>
              {unitLink({ id: one.parentId, name: one.name })}, <SaidDays days={one} />
            </li>
          ))}
        </ul>
      </PageSection>
    </>
  )
}

function SaidDays({ days }: { days: Days }) {
  const words = useOrganizationText().days
  return (
    <span className={styles.soft}>{sayDays(days, { from: words.fromDay, through: words.throughDay }, useLocale()) || words.always}</span>
  )
}

/** What a unit came of, and what came of it. */
export function UnitSuccessions({ unit: { predecessors, successors }, unitLink }: { unit: EditorialUnit; unitLink: UnitLink }) {
  const words = useUnitText().successions
  const locale = useLocale()
  if (predecessors.length + successors.length === 0) return null
  return (
    <PageSection title={words.title}>
      <ul className={styles.lines}>
        {[...predecessors.map((one) => ({ ...one, say: words.before })), ...successors.map((one) => ({ ...one, say: words.after }))].map(
          (one) => (
            <li key={`${one.id} ${one.on}`}>
              {unitLink({ id: one.id, name: one.say(one.name, formatDate(one.on, locale)) })} ({words.kinds[one.kind]})
            </li>
          ),
        )}
      </ul>
    </PageSection>
  )
}
