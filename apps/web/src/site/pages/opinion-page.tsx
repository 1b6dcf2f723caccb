import type { AskedOpinion } from '@bantin/shared/opinions'
import { useQuery } from '@tanstack/react-query'
import { OpinionReply, replyId } from '../../features/opinions/opinion-reply.tsx'
import { opinionQuery } from '../../features/opinions/opinions.api.ts'
import { formatDayTime } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useLinkPageText } from '../../lib/i18n/site/use-link-page-text.ts'
import { usePageHead } from '../use-page-head.ts'
import { ArticleOutline } from './article-outline.tsx'
import { LinkArticle, LinkBanner } from './link-article.tsx'
import styles from './link-page.module.css'
import { NotFoundPage } from './not-found-page.tsx'
import { PageWaiting } from './page-waiting.tsx'

/** The text that somebody without an account is asked about, and their answer. Its view is not counted: the address is a secret. */
export function OpinionPage({ token }: { token: string }) {
  const { data, error, refetch } = useQuery(opinionQuery(token))
  if (data && 'missing' in data) return <NotFoundPage closed />
  if (data) return <FoundOpinion asked={data.found} token={token} />
  return (
    <PageWaiting error={error} onRetry={() => void refetch()}>
      <ArticleOutline />
    </PageWaiting>
  )
}

function FoundOpinion({ asked, token }: { asked: AskedOpinion; token: string }) {
  const words = useLinkPageText().opinion
  const locale = useLocale()
  usePageHead(`${words.title}: ${asked.title}`)
  return (
    <div className={styles.page}>
      <LinkBanner label={words.title}>
        <p>{words.asks(asked.askedBy, asked.name)}</p>
        <p>{words.until(formatDayTime(asked.expiresAt, locale))}</p>
        <a className={styles.jump} href={`#${replyId}`}>
          {words.toForm}
        </a>
      </LinkBanner>
      <LinkArticle article={asked} />
      <OpinionReply asked={asked} token={token} />
    </div>
  )
}
