import type { Figures } from '@bantin/shared/analytics-panels'
import type { ReactNode } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Table } from '../../ui/table.tsx'
import styles from './figures.module.css'

export interface FiguresRow extends Figures {
  key: string
  name: ReactNode
}

/** Rows of figures. On a phone the names stand above their numbers. */
export function FiguresTable({ column, rows }: { column: string; rows: readonly FiguresRow[] }) {
  const words = useFiguresText()
  const locale = useLocale()
  const columns = ['readers', 'views', 'visits'] as const
  return (
    <Table className={styles.table} columns={[column, ...columns.map((name) => words[name])]}>
      {rows.map((row) => (
        <tr key={row.key}>
          <td className={styles.name}>{row.name}</td>
          {columns.map((name) => (
            <td key={name} className={styles.number} data-label={words[name]}>
              {formatNumber(row[name], locale)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}
