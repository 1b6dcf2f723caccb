import { Link, useNavigate } from '@tanstack/react-router'
import { ReportForm } from '../../features/reports/report-form.tsx'
import { CurrentReport, SavedReport } from '../../features/reports/report-shown.tsx'
import { askedReport, type ReportsSearch, searchOf } from '../../features/reports/reports-search.ts'
import { SavedReports } from '../../features/reports/saved-reports.tsx'
import { useReportsText } from '../../lib/i18n/desk/use-reports-text.ts'
import { useSitePermission } from '../use-site-permission.ts'
import styles from './list-page.module.css'
import { toArticle } from './to-article.tsx'

/** What is reported of a period, and what was reported before. */
export function ReportsPart({ search, today }: { search: ReportsSearch; today: string }) {
  const words = useReportsText()
  const navigate = useNavigate()
  const maySave = useSitePermission()('reports.save') ?? false
  const asked = askedReport(search, today)
  const show = (next: ReportsSearch): void =>
    void navigate({ to: '/ban-bien-tap/thong-ke', search: { xem: 'bao-cao', ...next }, replace: true, resetScroll: false })
  const toSaved = (id: string, title: string) => (
    <Link to="/ban-bien-tap/thong-ke" search={{ xem: 'bao-cao', 'da-luu': id }}>
      {title}
    </Link>
  )
  const back = (
    <Link to="/ban-bien-tap/thong-ke" search={{ xem: 'bao-cao' }}>
      {words.kept.close}
    </Link>
  )
  if (search['da-luu']) return <SavedReport id={search['da-luu']} link={toArticle} back={back} />
  return (
    <>
      <p className={styles.lead}>{words.lead}</p>
      <ReportForm asked={asked} onAsk={(next) => show(searchOf(next))} />
      {/* What is said of a saved report is not said of the next. */}
      <CurrentReport key={Object.values(asked).join(' ')} asked={asked} today={today} maySave={maySave} link={toArticle} />
      <SavedReports link={toSaved} />
    </>
  )
}
