import type { PanelQuery } from '@bantin/shared/analytics-panels'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageSection, SectionNote } from '../../ui/page-section.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { CsvButton } from './csv-button.tsx'
import type { PanelName } from './figures.api.ts'

interface PanelProps<P> {
  name: PanelName
  title: string
  query: PanelQuery
  found: UseQueryResult<P>
  /** What there is to say where there is nothing. */
  empty?: string
  isEmpty: (panel: P) => boolean
  children: (panel: P) => ReactNode
}

/** Figures under a heading, with their file: while they are loaded, when they could not be, when there are none. */
export function Panel<P>({ name, title, query, found, empty, isEmpty, children }: PanelProps<P>) {
  const words = useFiguresText()
  const { data, error, refetch } = found
  return (
    <PageSection title={title}>
      {data === undefined && error ? (
        <ErrorNotice error={error} message={words.failed} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading>
          <Skeleton />
          <Skeleton width="long" />
          <Skeleton width="short" />
        </Loading>
      ) : isEmpty(data) ? (
        <SectionNote>{empty ?? words.nothing}</SectionNote>
      ) : (
        <>
          {children(data)}
          <CsvButton panel={name} query={query} title={title} />
        </>
      )}
    </PageSection>
  )
}
