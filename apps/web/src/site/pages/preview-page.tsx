import type { PreviewedArticle } from '@bantin/shared/previews'
import { useQuery } from '@tanstack/react-query'
import { previewQuery } from '../../features/previews/previews.api.ts'
import { formatDayTime } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useLinkPageText } from '../../lib/i18n/site/use-link-page-text.ts'
import { usePageHead } from '../use-page-head.ts'
import { ArticleOutline } from './article-outline.tsx'
import { LinkArticle, LinkBanner } from './link-article.tsx'
import styles from './link-page.module.css'
import { NotFoundPage } from './not-found-page.tsx'
import { PageWaiting } from './page-waiting.tsx'

/** The newest text of an article, for whoever has the link. Its view is not counted: the address is a secret. */
export function PreviewPage({ token }: { token: string }) {
  const { data, error, refetch } = useQuery(previewQuery(token))
  if (data && 'missing' in data) return <NotFoundPage closed />
  if (data) return <FoundPreview article={data.found} />
  return (
    <PageWaiting error={error} onRetry={() => void refetch()}>
      <ArticleOutline />
    </PageWaiting>
  )
}

function FoundPreview({ article }: { article: PreviewedArticle }) {
  const words = useLinkPageText().preview
  const locale = useLocale()
  usePageHead(`${words.title}: ${article.title}`)
  return (
    <div className={styles.page}>
      <LinkBanner label={`${words.title} · ${words.states[stateOf(article)]}`}>
        <p>{words.note}</p>
        <p>{words.until(formatDayTime(article.expiresAt, locale))}</p>
      </LinkBanner>
      <LinkArticle article={article} />
    </div>
  )
}

/** The text that is shown is what readers see only when nothing was changed since. */
function stateOf({ workState, publicState }: PreviewedArticle): 'draft' | 'shown' | 'hidden' {
  if (workState !== 'none') return 'draft'
  return publicState === 'published' ? 'shown' : 'hidden'
}
