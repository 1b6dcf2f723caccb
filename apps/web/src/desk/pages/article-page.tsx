import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { can } from '@bantin/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { editorialArticleQuery } from '../../features/articles/editorial.api.ts'
import { ArticleReading } from '../../features/articles/form/article-reading.tsx'
import { ApiError } from '../../lib/api-error.ts'
import { useActor } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { MissingPart } from '../shell/screens.tsx'
import { ArticleEditing } from './article-editing.tsx'
import styles from './article-page.module.css'
import { BackToList } from './back-to-list.tsx'
import { useArticleChoices } from './use-article-choices.ts'

const newArticle = 'moi'

/** One article: its form for those who may edit it, its text for those who may only read it. */
export function ArticlePage() {
  const { articleId } = useParams({ from: '/ban-bien-tap/bai/$articleId' })
  // The article that this form has just made: the address changes, the form stays.
  const [madeHere, setMadeHere] = useState<string | null>(null)
  const isNew = articleId === newArticle || articleId === madeHere
  const query = useQuery({ ...editorialArticleQuery(articleId), enabled: !isNew })
  if (isNew) return <Opened key={newArticle} article={null} onMade={setMadeHere} />
  if (query.isPending) return <Waiting />
  if (query.data) return <Opened key={articleId} article={query.data} onMade={setMadeHere} />
  if (query.error instanceof ApiError && query.error.status === 404) return <MissingPart />
  return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
}

function Opened({ article, onMade }: { article: EditorialArticle | null; onMade: (id: string) => void }) {
  const actor = useActor()
  const { choices, unitPathOf, pending, error, retry } = useArticleChoices(actor)
  if (pending) return <Waiting />
  if (error) return <ErrorNotice error={error} onRetry={retry} />
  if (article && !can(actor, 'article.edit', article)) return <ArticleReading article={article} choices={choices} back={<BackToList />} />
  return <ArticleEditing initial={article} choices={choices} unitPathOf={unitPathOf} onMade={onMade} />
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <Loading>
        <Skeleton shape="title" width="long" />
        <Skeleton />
        <Skeleton />
        <Skeleton width="short" />
      </Loading>
    </div>
  )
}
