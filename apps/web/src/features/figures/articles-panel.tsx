import type { ArticlesPanel as Found, PanelQuery } from '@bantin/shared/analytics-panels'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { articlesQuery } from './figures.api.ts'
import { FiguresTable } from './figures-table.tsx'
import { Panel } from './panel.tsx'

type Article = NonNullable<Found['data'][number]['article']>

interface ArticlesPanelProps {
  query: PanelQuery
  /** Leads to an article at the desk. */
  link: (id: string, title: string) => ReactNode
}

/** The most read articles. */
export function ArticlesPanel({ query, link }: ArticlesPanelProps) {
  const words = useFiguresText().articles
  const found = useQuery(articlesQuery(query))
  const nameOf = (article: Article | null) => (article ? link(article.id, article.title || words.untitled) : words.others)
  return (
    <Panel name="articles" title={words.title} query={query} found={found} isEmpty={({ data }) => data.length === 0}>
      {({ data }) => (
        <FiguresTable
          column={words.column}
          rows={data.map(({ article, ...row }) => ({ ...row, key: article?.id ?? '', name: nameOf(article) }))}
        />
      )}
    </Panel>
  )
}
