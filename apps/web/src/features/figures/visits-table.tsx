import { formatNumber, formatPercent } from '../../lib/format.ts'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Table } from '../../ui/table.tsx'
import styles from './figures.module.css'

interface VisitsTableProps {
  column: string
  total: number
  rows: readonly { key: string; name: string; visits: number }[]
}

/** Rows of visits, each with its part of all. */
export function VisitsTable({ column, total, rows }: VisitsTableProps) {
  const words = useFiguresText()
  const locale = useLocale()
  if (rows.length === 0) return null
  return (
    <Table className={styles.table} columns={[column, words.visits, words.referrers.share]}>
      {rows.map(({ key, name, visits }) => (
        <tr key={key}>
          <td className={styles.name}>{name}</td>
          <td className={styles.number} data-label={words.visits}>
            {formatNumber(visits, locale)}
          </td>
          <td className={styles.number} data-label={words.referrers.share}>
            {formatPercent(visits / total, locale)}
          </td>
        </tr>
      ))}
    </Table>
  )
}
