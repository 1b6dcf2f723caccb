import type { ListedReport } from '@bantin/shared/reports'
import { formatDateRange } from '../../lib/format.ts'
import { useReportsText } from '../../lib/i18n/desk/use-reports-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'

/** What a report is called: its kind and its days. */
export function useReportTitle(): (report: Pick<ListedReport, 'kind' | 'startsOn' | 'endsOn'>) => string {
  const words = useReportsText()
  const locale = useLocale()
  return ({ kind, startsOn, endsOn }) => words.title(words.kinds[kind], formatDateRange(startsOn, endsOn, locale))
}
