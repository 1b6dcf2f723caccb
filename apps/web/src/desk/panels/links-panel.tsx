import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { OpinionRequests } from '../../features/opinions/opinion-requests.tsx'
import { PreviewLinks } from '../../features/previews/preview-links.tsx'
import { useLinksText } from '../../lib/i18n/desk/use-links-text.ts'
import { NoticeLine } from '../../ui/notice-line.tsx'
import styles from './links-panel.module.css'

/** The article for people without an account: to look at, or to say what they think. */
export function LinksPanel({ article, mayEdit, unsaved }: { article: EditorialArticle; mayEdit: boolean; unsaved: boolean }) {
  const words = useLinksText()
  return (
    <div className={styles.links}>
      <div role="status">
        {unsaved ? (
          <NoticeLine tone="notice">
            <p>{words.unsaved}</p>
          </NoticeLine>
        ) : null}
      </div>
      {mayEdit ? null : <p>{words.readOnly}</p>}
      <PreviewLinks articleId={article.id} mayEdit={mayEdit} />
      <OpinionRequests article={article} mayEdit={mayEdit} />
    </div>
  )
}
