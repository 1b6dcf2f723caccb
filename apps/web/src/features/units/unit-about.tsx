import type { Unit } from '@bantin/shared/units'
import type { ReactNode } from 'react'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { LongList } from './long-list.tsx'
import styles from './unit-about.module.css'
import { UnitLeaders, UnitNames, UnitTerms } from './unit-history.tsx'
import { UnitLinks } from './unit-links.tsx'
import { WonAwards } from './won-awards.tsx'

/** A unit's contacts, its place in the organization and what it was commended with; `children` stand first. `query` is for units of its day. */
export function UnitAbout({ unit, query, children }: { unit: Unit; query: string; children: ReactNode }) {
  const {
    unit: words,
    emulation: { awards },
  } = useOrganizationText()
  // How it was reached on another day nobody knows.
  const { address, phone, email } = query === '' ? unit.contacts : {}
  return (
    <section aria-labelledby="about" className={styles.about}>
      <h2 id="about" className={styles.heading}>
        {words.about}
      </h2>
      {children}
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
        <Related name={words.parents} units={unit.parents} query={query} />
        <Related name={words.blocs} units={unit.blocs} query={query} />
        <Related name={words.members} units={unit.members} query={query} />
        {unit.terms.length > 0 ? (
          <Line name={words.terms}>
            <UnitTerms unit={unit} />
          </Line>
        ) : null}
        <Related name={words.children} units={unit.children} query={query} />
        <Related name={words.predecessors} units={distinct(unit.predecessors)} />
        {unit.names.some(({ name }) => name !== unit.name) ? (
          <Line name={words.otherNames}>
            <UnitNames unit={unit} />
          </Line>
        ) : null}
        {unit.awards.length > 0 ? (
          <Line name={awards}>
            <WonAwards awards={unit.awards} />
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

/** In several steps, one may have handed on to it twice. */
function distinct(units: Unit['predecessors']): Unit['predecessors'] {
  return units.filter(({ id }, place) => units.findIndex((other) => other.id === id) === place)
}

function Related({ name, units, query = '' }: { name: string; units: Unit['parents']; query?: string }) {
  if (units.length === 0) return null
  return (
    <Line name={name}>
      <LongList items={units}>{(some) => <UnitLinks units={some} query={query} />}</LongList>
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
