import type { ReactNode } from 'react'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { useUiText } from '../../lib/i18n/ui/use-ui-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { PageHeading } from './page-heading.tsx'

export interface PageWaitingProps {
  error: unknown
  onRetry: () => void
  /** The page's outline; without one that of a list. */
  children?: ReactNode
}

/** A page whose subject is still on its way, or why it did not come. */
export function PageWaiting({ error, onRetry, children = <ListOutline /> }: PageWaitingProps) {
  const words = useSiteText()
  const { loading } = useUiText()
  if (error) {
    return (
      <>
        <PageHeading title={words.failure.title} />
        <ErrorNotice error={error} onRetry={onRetry} />
      </>
    )
  }
  return (
    <>
      <h1>
        <VisuallyHidden>{loading}</VisuallyHidden>
      </h1>
      <Loading>{children}</Loading>
    </>
  )
}

function ListOutline() {
  return (
    <>
      <Skeleton shape="title" width="short" />
      <Skeleton width="long" />
      <Skeleton width="long" />
      <Skeleton width="short" />
    </>
  )
}
