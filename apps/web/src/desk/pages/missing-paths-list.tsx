import { useQuery } from '@tanstack/react-query'
import { MissingTable } from '../../features/redirects/missing-table.tsx'
import { missingPathsQuery } from '../../features/redirects/redirects.api.ts'
import { formatDate } from '../../lib/format.ts'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Outline } from '../../ui/paged-list.tsx'
import styles from './list-page.module.css'

interface MissingPathsListProps {
  begun: ReadonlySet<string>
  onBegin: ((path: string) => void) | null
}

/** What readers asked for in vain, with the way to lead them somewhere. */
export function MissingPathsList({ begun, onBegin }: MissingPathsListProps) {
  const words = useRedirectsText().missing
  const locale = useLocale()
  const { data, isPending, error, refetch } = useQuery(missingPathsQuery())
  if (isPending) return <Outline />
  if (!data) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      <p className={styles.lead}>{words.lead(formatDate(data.from, locale), formatDate(data.to, locale))}</p>
      {data.data.length === 0 ? (
        <p className={styles.empty}>{words.empty}</p>
      ) : (
        <MissingTable paths={data.data} begun={begun} onBegin={onBegin} />
      )}
    </>
  )
}
