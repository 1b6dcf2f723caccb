import type { PanelQuery } from '@bantin/shared/analytics-panels'
import { useQuery } from '@tanstack/react-query'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { countriesQuery, referrersQuery } from './figures.api.ts'
import { Panel } from './panel.tsx'
import { VisitsTable } from './visits-table.tsx'

/** Where visits came from: by source, then by site. */
export function ReferrersPanel({ query }: { query: PanelQuery }) {
  const words = useFiguresText().referrers
  const found = useQuery(referrersQuery(query))
  return (
    <Panel name="referrers" title={words.title} query={query} found={found} isEmpty={({ total }) => total === 0}>
      {({ classes, data, total }) => (
        <>
          <VisitsTable
            column={words.classColumn}
            total={total}
            rows={classes.map((row) => ({ key: row.class, name: words.classes[row.class], visits: row.visits }))}
          />
          <VisitsTable
            column={words.column}
            total={total}
            rows={data
              .filter((row) => row.class !== 'direct' && row.class !== 'unknown')
              .map((row) => ({
                key: `${row.class} ${row.host}`,
                name: row.host ?? words.others(words.classes[row.class]),
                visits: row.visits,
              }))}
          />
        </>
      )}
    </Panel>
  )
}

/** Which countries visits came from, where a file of countries is there to look in. */
export function CountriesPanel({ query }: { query: PanelQuery }) {
  const words = useFiguresText().countries
  const locale = useLocale()
  const found = useQuery(countriesQuery(query))
  if (!found.data?.isConfigured) return null
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return (
    <Panel name="countries" title={words.title} query={query} found={found} isEmpty={({ total }) => total === 0}>
      {({ data, total }) => (
        <>
          <p>{words.notOfFilter}</p>
          <VisitsTable
            column={words.column}
            total={total}
            rows={data.map(({ country, visits }) => ({
              key: country ?? '',
              name: country ? (names.of(country) ?? country) : words.none,
              visits,
            }))}
          />
        </>
      )}
    </Panel>
  )
}
