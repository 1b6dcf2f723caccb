import { fold } from '@bantin/shared/text'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import styles from './unit-filter.module.css'
import type { UnitLine } from './units.api.ts'

/** So many are listed; who gets more writes a word more. */
const most = 100

/**
 * Finds units by all words of their name or by the beginning of their code, with or without marks, as it is typed; what is found stands in
 * the place of `children`. Without JavaScript there is no field. The input is uncontrolled, for input methods.
 */
export function UnitFilter({ units, children }: { units: readonly UnitLine[]; children: ReactNode }) {
  const words = useOrganizationText().unit
  const id = useId()
  const [typed, setTyped] = useState('')
  const folded = useMemo(() => units.map((unit) => ({ unit, name: fold(unit.name), code: fold(unit.code ?? '') })), [units])
  const asked = fold(typed).split(/\s+/).filter(Boolean)
  const found = folded
    .filter(({ name, code }) => asked.every((word) => name.includes(word) || code.startsWith(word)))
    .map(({ unit }) => unit)
  return (
    <>
      <div className={styles.filter}>
        <label htmlFor={id}>{words.filter}</label>
        <input
          id={id}
          className={styles.input}
          type="search"
          maxLength={100}
          autoComplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p role="status">{asked.length > 0 ? words.filtered(found.length) : null}</p>
      </div>
      {asked.length > 0 ? <FoundUnits units={found.slice(0, most)} all={units} /> : children}
    </>
  )
}

function FoundUnits({ units, all }: { units: readonly UnitLine[]; all: readonly UnitLine[] }) {
  const paths = sitePaths(useLocale())
  const parents = new Map(all.map(({ id, name }) => [id, name]))
  return (
    <ul className={styles.found} lang="vi">
      {units.map(({ id, slug, name, code, parentId }) => (
        <li key={id}>
          <Link className={styles.link} href={paths.unit(slug)}>
            {name}
          </Link>
          <span className={styles.where}>{[code, parentId && parents.get(parentId)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
