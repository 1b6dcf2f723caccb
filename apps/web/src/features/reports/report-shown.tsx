import type { Report, ReportQuery } from '@bantin/shared/reports'
import { type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useReportsText } from '../../lib/i18n/desk/use-reports-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SectionButtons } from '../../ui/page-section.tsx'
import { Outline } from '../../ui/paged-list.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { ReportFigures } from './report-figures.tsx'
import { ReportFileButton } from './report-file-button.tsx'
import { reportQuery, savedReportQuery, saveReportMutation } from './reports.api.ts'
import styles from './reports.module.css'
import { useReportTitle } from './use-report-title.ts'

type Link = (id: string, title: string) => ReactNode

interface CurrentReportProps {
  asked: Required<ReportQuery>
  today: string
  maySave: boolean
  link: Link
}

/** The report of a period as it stands now, and the way to save it. */
export function CurrentReport({ asked, today, maySave, link }: CurrentReportProps) {
  const words = useReportsText()
  const saying = useSaid()
  const save = useMutation({
    ...saveReportMutation(),
    onSettled: (_saved, error) => (error ? saying.failed(words.saveFailed) : saying.done(words.saved)),
  })
  return (
    <ReportFrame found={useQuery(reportQuery(asked))} link={link} said={<SaidLine {...saying} />}>
      {(report, title) => (
        <>
          {report.endsOn >= today ? <p className={styles.soft}>{words.unfinished}</p> : null}
          <SectionButtons>
            {maySave ? (
              <Button variant="primary" busy={save.isPending} onClick={() => save.mutate(asked)}>
                {save.isPending ? words.saving : words.save}
              </Button>
            ) : null}
            <ReportFileButton of={{ query: asked }} title={title} />
          </SectionButtons>
        </>
      )}
    </ReportFrame>
  )
}

/** A report that was saved. */
export function SavedReport({ id, link, back }: { id: string; link: Link; back: ReactNode }) {
  const words = useReportsText().kept
  const locale = useLocale()
  return (
    <ReportFrame found={useQuery(savedReportQuery(id))} link={link} said={back}>
      {({ savedAt, savedBy }, title) => (
        <>
          <p className={styles.soft}>{words.by(formatMoment(savedAt, locale), savedBy?.name ?? words.nobody)}</p>
          <SectionButtons>
            <ReportFileButton of={{ id }} title={title} />
          </SectionButtons>
        </>
      )}
    </ReportFrame>
  )
}

interface ReportFrameProps<R> {
  found: UseQueryResult<R>
  link: Link
  said: ReactNode
  children: (report: R, title: string) => ReactNode
}

function ReportFrame<R extends Report>({ found, link, said, children }: ReportFrameProps<R>) {
  const words = useReportsText()
  const titleOf = useReportTitle()
  const { data, error, refetch } = found
  if (!data)
    return (
      <section className={styles.report}>
        {said}
        {error ? <ErrorNotice error={error} message={words.failed} onRetry={() => void refetch()} /> : <Outline />}
      </section>
    )
  return (
    <section className={styles.report} aria-labelledby="report">
      {said}
      <h2 id="report">{titleOf(data)}</h2>
      {children(data, titleOf(data))}
      <ReportFigures figures={data.figures} link={link} />
    </section>
  )
}
