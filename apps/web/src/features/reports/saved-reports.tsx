import type { ListedReport } from '@bantin/shared/reports'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useReportsText } from '../../lib/i18n/desk/use-reports-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { PageSection } from '../../ui/page-section.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { savedReportsQuery } from './reports.api.ts'
import styles from './reports.module.css'
import { useReportTitle } from './use-report-title.ts'

/** Reports that were saved, the newest first. */
export function SavedReports({ link }: { link: (id: string, title: string) => ReactNode }) {
  const words = useReportsText().kept
  return (
    <PageSection title={words.title}>
      <PagedList query={useInfiniteQuery(savedReportsQuery())} words={words} empty={<p className={styles.soft}>{words.empty}</p>}>
        {(reports) => (
          <ul>
            {reports.map((report) => (
              <Line key={report.id} report={report} link={link} />
            ))}
          </ul>
        )}
      </PagedList>
    </PageSection>
  )
}

function Line({ report, link }: { report: ListedReport; link: (id: string, title: string) => ReactNode }) {
  const words = useReportsText().kept
  const locale = useLocale()
  const title = useReportTitle()(report)
  return (
    <li className={styles.line}>
      {link(report.id, title)}
      <span className={styles.soft}>{words.by(formatMoment(report.savedAt, locale), report.savedBy?.name ?? words.nobody)}</span>
    </li>
  )
}
