import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { RedirectTable, type RedirectTableProps } from '../../features/redirects/redirect-table.tsx'
import { redirectsQuery } from '../../features/redirects/redirects.api.ts'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { PagedList } from '../../ui/paged-list.tsx'
import styles from './list-page.module.css'

interface RedirectsListProps {
  /** A part of the old addresses that are shown. */
  text: string | undefined
  actions: RedirectTableProps['actions']
}

/** The old addresses that lead somewhere, newest first. */
export function RedirectsList({ text, actions }: RedirectsListProps) {
  const words = useRedirectsText()
  return (
    <PagedList query={useInfiniteQuery(redirectsQuery(text))} words={words} empty={<Empty text={text} mayAdd={actions !== null} />}>
      {(redirects) => (
        <RedirectTable
          redirects={redirects}
          actions={actions}
          articleLink={(articleId, name) => (
            <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId }}>
              {name}
            </Link>
          )}
        />
      )}
    </PagedList>
  )
}

function Empty({ text, mayAdd }: { text: string | undefined; mayAdd: boolean }) {
  const words = useRedirectsText()
  return (
    <div className={styles.empty}>
      <p>{text ? words.emptyFound(text) : words.empty}</p>
      {!text && mayAdd ? <p>{words.emptyLead}</p> : null}
    </div>
  )
}
