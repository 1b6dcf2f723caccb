import type { Unit } from '@bantin/shared/units'
import type { ReactNode } from 'react'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import styles from './unit-about.module.css'
import { UnitLeaders, UnitNames, UnitTerms } from './unit-history.tsx'
import { UnitLinks } from './unit-links.tsx'

/** A unit's contacts and its place in the organization. */
export function UnitAbout({ unit }: { unit: Unit }) {
  const words = useSiteText().unit
  const { address, phone, email } = unit.contacts
  return (
    <section aria-labelledby="about" className={styles.about}>
      <h2 id="about" className={styles.heading}>
        {words.about}
      </h2>
      <dl className={styles.list}>
        {unit.posts.some(({ holders }) => holders.length > 0) ? (
          <Line name={words.leaders}>
            <UnitLeaders unit={unit} />
          </Line>
        ) : null}
        {address ? <Line name={words.address}>{address}</Line> : null}
        {phone ? (
          <Line name={words.phone}>
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
          </Line>
        ) : null}
        {email ? (
          <Line name={words.email}>
            <MailLink address={email} />
          </Line>
        ) : null}
        {unit.code ? <Line name={words.code}>{unit.code}</Line> : null}
        <Related name={words.parents} units={unit.parents} />
        <Related name={words.blocs} units={unit.blocs} />
        <Related name={words.members} units={unit.members} />
        {unit.terms.length > 0 ? (
          <Line name={words.terms}>
            <UnitTerms unit={unit} />
          </Line>
        ) : null}
        <Related name={words.children} units={unit.children} />
        {unit.names.some(({ name }) => name !== unit.name) ? (
          <Line name={words.otherNames}>
            <UnitNames unit={unit} />
          </Line>
        ) : null}
      </dl>
    </section>
  )
}

/** A long address may break after its "@", not in the middle of a word. */
function MailLink({ address }: { address: string }) {
  const end = address.lastIndexOf('@') + 1
  return (
    <a href={`mailto:${address}`}>
      {address.slice(0, end)}
      <wbr />
      {address.slice(end)}
    </a>
  )
}

function Related({ name, units }: { name: string; units: Unit['parents'] }) {
  if (units.length === 0) return null
  return (
    <Line name={name}>
      <UnitLinks units={units} />
    </Line>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}
