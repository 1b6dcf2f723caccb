import { dropCauses, type PanelQuery } from '@bantin/shared/analytics-panels'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../lib/format.ts'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Table } from '../../ui/table.tsx'
import { droppedQuery } from './figures.api.ts'
import styles from './figures.module.css'
import { Panel } from './panel.tsx'

/** What was sent and not counted, for those who answer for the figures. */
export function DroppedPanel({ query }: { query: PanelQuery }) {
  const words = useFiguresText().dropped
  const locale = useLocale()
  const found = useQuery(droppedQuery(query))
  return (
    <Panel name="dropped" title={words.title} query={query} found={found} empty={words.none} isEmpty={({ total }) => total === 0}>
      {({ data }) => (
        <Table className={styles.table} columns={[words.column, words.count]}>
          {dropCauses.map((cause) => (
            <tr key={cause}>
              <td className={styles.name}>{words.causes[cause]}</td>
              <td className={styles.number} data-label={words.count}>
                {formatNumber(
                  data.filter((row) => row.cause === cause).reduce((sum, { count }) => sum + count, 0),
                  locale,
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  )
}
