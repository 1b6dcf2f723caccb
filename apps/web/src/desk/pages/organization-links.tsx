import { Link } from '@tanstack/react-router'
import { useOrganizationText } from '../../lib/i18n/desk/use-organization-text.ts'
import styles from './list-page.module.css'

const pages = [
  { name: 'units', to: '/ban-bien-tap/don-vi' },
  { name: 'people', to: '/ban-bien-tap/nguoi' },
] as const

/** The pages of the organization, above each of them. */
export function OrganizationLinks() {
  const words = useOrganizationText().pages
  return (
    <nav className={styles.views} aria-label={words.label}>
      {pages.map(({ name, to }) => (
        <Link key={name} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {words.names[name]}
        </Link>
      ))}
    </nav>
  )
}
