import { Link } from '@tanstack/react-router'
import { useOrganizationText } from '../../lib/i18n/desk/use-organization-text.ts'
import styles from './list-page.module.css'
import { useUnitTask } from './unit-task.tsx'

const pages = [
  { name: 'units', to: '/ban-bien-tap/don-vi' },
  { name: 'people', to: '/ban-bien-tap/nguoi' },
  { name: 'blocs', to: '/ban-bien-tap/khoi-thi-dua' },
  { name: 'reorganization', to: '/ban-bien-tap/sap-xep-to-chuc' },
  { name: 'importing', to: '/ban-bien-tap/nhap-to-chuc' },
] as const

/** The pages of the organization, above each of them; that which only changes it, for whoever may change a unit. */
export function OrganizationLinks() {
  const words = useOrganizationText().pages
  const { mayChangeAny } = useUnitTask(undefined)
  return (
    <nav className={styles.views} aria-label={words.label}>
      {pages
        .filter(({ name }) => mayChangeAny || name !== 'reorganization')
        .map(({ name, to }) => (
          <Link key={name} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {words.names[name]}
          </Link>
        ))}
    </nav>
  )
}
