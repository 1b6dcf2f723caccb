import type { ReportFigures as Figures } from '@bantin/shared/reports'
import type { ReactNode } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { useReportsText } from '../../lib/i18n/desk/use-reports-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './reports.module.css'

interface ReportFiguresProps {
  figures: Figures
  /** Leads to an article at the desk. */
  link: (id: string, title: string) => ReactNode
}

/** All that a report says. */
export function ReportFigures({ figures, link }: ReportFiguresProps) {
  const words = useReportsText()
  return (
    <>
      <h3>{words.figures.title}</h3>
      <Overall figures={figures} />
      <h3>{words.published.title}</h3>
      <Published published={figures.published} />
      <h3>{words.top.title}</h3>
      <Top top={figures.top} link={link} />
    </>
  )
}

function Overall({ figures }: { figures: Figures }) {
  const words = useReportsText().figures
  const locale = useLocale()
  const { timeliness } = figures
  const rows: [string, number | null][] = [
    [words.articles, figures.articles],
    [words.timely, timeliness.articles],
    [words.sameDay, timeliness.sameDay],
    [words.nextDay, timeliness.nextDay],
    [words.later, timeliness.later],
    [words.medianDays, timeliness.medianDays],
    [words.corrections, figures.corrections],
    [words.holds, figures.holds],
    [words.withdrawals, figures.withdrawals],
    [words.visits, figures.visits],
    [words.views, figures.views],
    [words.readers, figures.readers],
  ]
  return (
    <dl className={styles.figures}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null ? '–' : formatNumber(value, locale)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Published({ published }: Pick<Figures, 'published'>) {
  const words = useReportsText().published
  const locale = useLocale()
  if (published.length === 0) return <p className={styles.soft}>{words.empty}</p>
  return (
    <ScrollBox label={words.title}>
      <Table className={styles.published} columns={[words.genre, words.unit, words.category, words.author, words.articles]}>
        {published.map(({ genre, unit, category, author, articles }) => (
          <tr key={[genre, unit?.id, category?.id, author?.id].join(' ')}>
            <td>{genre ?? words.none}</td>
            <td>{unit?.name ?? words.none}</td>
            <td>{category?.name ?? words.none}</td>
            <td>{author?.name ?? words.none}</td>
            <td className={styles.number}>{formatNumber(articles, locale)}</td>
          </tr>
        ))}
      </Table>
    </ScrollBox>
  )
}

function Top({ top, link }: { top: Figures['top']; link: ReportFiguresProps['link'] }) {
  const words = useReportsText()
  const locale = useLocale()
  if (top.length === 0) return <p className={styles.soft}>{words.top.empty}</p>
  return (
    <ScrollBox label={words.top.title}>
      <Table className={styles.top} columns={[words.top.column, words.figures.readers, words.figures.views]}>
        {top.map(({ id, title, readers, views }) => (
          <tr key={id}>
            <td>{link(id, title)}</td>
            <td className={styles.number}>{formatNumber(readers, locale)}</td>
            <td className={styles.number}>{formatNumber(views, locale)}</td>
          </tr>
        ))}
      </Table>
    </ScrollBox>
  )
}
