import type { Redirect } from '@bantin/shared/redirects'
import type { ReactNode } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { sayAddress } from '../../lib/say-address.ts'
import { Table } from '../../ui/table.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { sayTarget } from './read-address.ts'
import { RedirectActions, type RedirectDeeds } from './redirect-actions.tsx'
import styles from './redirect-table.module.css'

export interface RedirectTableProps {
  redirects: readonly Redirect[]
  /** The link to an article on the desk. */
  articleLink: (id: string, text: string) => ReactNode
  /** Null for those who may only look. */
  actions: RedirectDeeds | null
}

/** Where old addresses lead and how many came that way: a table, on a narrow screen cards. */
export function RedirectTable(props: RedirectTableProps) {
  return useMedia('(min-width: 56rem)') ? <Wide {...props} /> : <Cards {...props} />
}

function Wide({ redirects, articleLink, actions }: RedirectTableProps) {
  const { columns } = useRedirectsText()
  const locale = useLocale()
  return (
    <Table className={styles.table} columns={[columns.from, columns.to, columns.hits, columns.last, ...(actions ? [columns.actions] : [])]}>
      {redirects.map((redirect) => (
        <tr key={redirect.id}>
          <td className={styles.from}>{sayAddress(redirect.fromPathQuery)}</td>
          <td className={styles.target}>
            <Target redirect={redirect} articleLink={articleLink} />
          </td>
          <td className={styles.short}>{formatNumber(redirect.hits, locale)}</td>
          <td className={styles.short}>{redirect.lastHitOn ? formatDate(redirect.lastHitOn, locale) : '–'}</td>
          {actions ? (
            <td>
              <RedirectActions redirect={redirect} actions={actions} className={styles.actions} />
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

function Cards({ redirects, articleLink, actions }: RedirectTableProps) {
  const words = useRedirectsText()
  const locale = useLocale()
  return (
    <ul className={styles.cards}>
      {redirects.map((redirect) => (
        <li key={redirect.id} className={styles.card}>
          <p className={styles.from}>{sayAddress(redirect.fromPathQuery)}</p>
          <p className={styles.target}>
            {words.leadsTo} <Target redirect={redirect} articleLink={articleLink} />
          </p>
          <p className={styles.soft}>
            {redirect.hits > 0 ? words.hits(formatNumber(redirect.hits, locale)) : words.noHits}
            {redirect.lastHitOn ? `, ${words.lastHit(formatDate(redirect.lastHitOn, locale))}` : null}
          </p>
          {actions ? <RedirectActions redirect={redirect} actions={actions} className={styles.actions} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** The page that readers see, or the article on the desk while it is not public. */
function Target({ redirect, articleLink }: Pick<RedirectTableProps, 'articleLink'> & { redirect: Redirect }) {
  const words = useRedirectsText()
  const { leadsTo, articleId } = redirect
  if (leadsTo === null) return articleId ? articleLink(articleId, words.hidden) : words.hidden
  return (
    <a href={leadsTo} target="_blank" rel="noreferrer">
      {sayTarget(leadsTo)}
    </a>
  )
}
