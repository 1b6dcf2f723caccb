import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import styles from '../../features/organization/blocs/blocs.module.css'
import { treeQuery } from '../../features/organization/units/units.api.ts'
import { useBlocsText } from '../../lib/i18n/desk/use-blocs-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Outline } from '../../ui/paged-list.tsx'
import { MissingPart } from '../shell/screens.tsx'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import pageStyles from './list-page.module.css'
import { OrganizationLinks } from './organization-links.tsx'
import { useTitle } from './use-title.ts'

/** The blocs that there are today. */
export function BlocsPage() {
  const words = useBlocsText().list
  useTitle(words.title)
  return useOrganizationPermission()('organization.read', []) ? <Blocs /> : <MissingPart />
}

function Blocs() {
  const words = useBlocsText().list
  return (
    <div className={pageStyles.page}>
      <div className={pageStyles.head}>
        <h1>{words.title}</h1>
      </div>
      <OrganizationLinks />
      <p className={pageStyles.lead}>{words.lead}</p>
      <List />
    </div>
  )
}

function List() {
  const words = useBlocsText().list
  const { data: units, error, isPending, refetch } = useQuery(treeQuery({ closed: false }))
  if (isPending) return <Outline />
  if (!units) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  const blocs = units.filter(({ kind }) => kind === 'bloc')
  const names = new Map(units.map(({ id, name }) => [id, name]))
  if (blocs.length === 0) return <p className={pageStyles.empty}>{words.empty}</p>
  return (
    <ul className={styles.blocs} aria-label={words.title}>
      {blocs.map(({ id, name, parentId }) => (
        <li key={id} className={styles.card}>
          <p>
            <Link to="/ban-bien-tap/khoi-thi-dua/$blocId" params={{ blocId: id }}>
              {name}
            </Link>
          </p>
          {parentId && names.has(parentId) ? <p className={styles.soft}>{words.below(names.get(parentId) ?? '')}</p> : null}
        </li>
      ))}
    </ul>
  )
}
