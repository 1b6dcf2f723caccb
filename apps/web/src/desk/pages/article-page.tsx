import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { editorialArticleQuery } from '../../features/articles/editorial.api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { useActor } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { MissingPart } from '../shell/screens.tsx'
import { ArticleEditing } from './article-editing.tsx'
import styles from './article-page.module.css'
import { useArticleChoices } from './use-article-choices.ts'
import { useArticleSite } from './use-article-site.ts'

const newArticle = 'moi'

/** One article, new or known. */
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
  const { choices, unitPathOf, pending, error, retry } = useArticleChoices(actor, article?.relatedIds ?? [])
  const site = useArticleSite(actor)
  if (pending || site.pending) return <Waiting />
  if (error) return <ErrorNotice error={error} onRetry={retry} />
  if (!site.data) return <ErrorNotice error={site.error} onRetry={site.retry} />
  return <ArticleEditing initial={article} choices={choices} unitPathOf={unitPathOf} site={site.data} onMade={onMade} />
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
