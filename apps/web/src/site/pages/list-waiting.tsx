import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'

/** The outline of a list's page while its subject is looked up, or why that failed. */
export function ListWaiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error) return <ErrorNotice error={error} onRetry={onRetry} />
  return (
    <Loading>
      <Skeleton shape="title" width="short" />
      <Skeleton width="long" />
      <Skeleton width="long" />
      <Skeleton width="short" />
    </Loading>
  )
}
