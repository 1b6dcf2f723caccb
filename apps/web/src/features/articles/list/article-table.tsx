import type { EditorialArticleCard } from '@bantin/shared/editorial-articles'
import type { ReactNode } from 'react'
import { formatNumber } from '../../../lib/format.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { Table } from '../../../ui/table.tsx'
import { useMedia } from '../../../ui/use-media.ts'
import { sayMoment } from '../say-moment.ts'
import { StateBadge } from '../state-badge.tsx'
import styles from './article-table.module.css'

export interface ArticleTableProps {
  articles: readonly EditorialArticleCard[]
  /** The link to an article's form around its title. */
  link: (article: EditorialArticleCard, title: string) => ReactNode
  /** Articles with unsaved text on this device. */
  unsaved: ReadonlySet<string | null>
  /** How often an article was read, once that is known. */
  readsOf: (id: string) => { readers: number; views: number } | undefined
}

/** The articles as a table, on a narrow screen as cards. */
export function ArticleTable(props: ArticleTableProps) {
  return useMedia('(min-width: 56rem)') ? <Wide {...props} /> : <Cards {...props} />
}

function Wide({ articles, link, unsaved, readsOf }: ArticleTableProps) {
  const words = useDeskText().list
  const { title, state, unit, changed, published } = words.columns
  return (
    <Table columns={[title, state, unit, changed, published]}>
      {articles.map((article) => (
        <tr key={article.id}>
          <td className={styles.title}>
            {link(article, article.title || words.untitled)}
            <Unsaved shown={unsaved.has(article.id)} />
          </td>
          <td>
            <StateBadge states={article} />
          </td>
          <td>
            {article.unit.name}
            {article.assignee ? <span className={styles.who}>{words.assignee(article.assignee.name)}</span> : null}
          </td>
          <td className={styles.when}>
            {sayMoment(article.updatedAt)}
            <span className={styles.who}>{article.updatedBy}</span>
          </td>
          <td className={styles.when}>
            {article.publishedAt ? sayMoment(article.publishedAt) : words.never}
            <Reads of={readsOf(article.id)} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Cards({ articles, link, unsaved, readsOf }: ArticleTableProps) {
  const words = useDeskText().list
  return (
    <ul className={styles.cards}>
      {articles.map((article) => (
        <li key={article.id} className={styles.card}>
          <span className={styles.title}>{link(article, article.title || words.untitled)}</span>
          <StateBadge states={article} />
          <span className={styles.who}>
            {article.unit.name} · {words.changed(sayMoment(article.updatedAt), article.updatedBy)}
          </span>
          {article.assignee ? <span className={styles.who}>{words.assignee(article.assignee.name)}</span> : null}
          <Reads of={readsOf(article.id)} />
          <Unsaved shown={unsaved.has(article.id)} />
        </li>
      ))}
    </ul>
  )
}

function Reads({ of }: { of: { readers: number; views: number } | undefined }) {
  const words = useDeskText().list
  const locale = useLocale()
  return of && of.views > 0 ? (
    <span className={styles.who}>{words.reads(formatNumber(of.readers, locale), formatNumber(of.views, locale))}</span>
  ) : null
}

function Unsaved({ shown }: { shown: boolean }) {
  const words = useDeskText().list
  return shown ? <span className={styles.unsaved}>{words.unsaved}</span> : null
}
