import type { PanelQuery } from '@bantin/shared/analytics-panels'
import { useQuery } from '@tanstack/react-query'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { type NamedPanelName, namedQuery } from './figures.api.ts'
import { FiguresTable } from './figures-table.tsx'
import { Panel } from './panel.tsx'

/** What was read by unit, author or category. */
export function NamedPanel({ name, query }: { name: NamedPanelName; query: PanelQuery }) {
  const words = useFiguresText()[name]
  const found = useQuery(namedQuery(name, query))
  return (
    <Panel name={name} title={words.title} query={query} found={found} isEmpty={({ data }) => data.length === 0}>
      {({ data }) => (
        <FiguresTable column={words.column} rows={data.map((row) => ({ ...row, key: row.id ?? '', name: row.name ?? words.none }))} />
      )}
    </Panel>
  )
}
