import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { EditorialEvent } from '@bantin/shared/editorial-events'
import { useIsMutating, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { readArticle } from '../../features/articles/editorial.api.ts'
import { lastChangeQuery } from '../../features/events/editorial-events.api.ts'

interface NewsParts {
  /** Null while it is not made yet. */
  article: EditorialArticle | null
  unsaved: boolean
  /** It was deleted from this page. */
  deleted: boolean
  /** A request of this page is under way: what is heard now may be its own doing. */
  busy: boolean
  /** Shows another version, unless there is unsaved text: then it only takes what is not text. */
  take: (article: EditorialArticle) => void
}

/** What was done with the open article elsewhere: `waiting` is a version that is not shown because there is unsaved text. */
export interface ArticleNews {
  kind: 'loaded' | 'waiting' | 'deleted'
  by: EditorialEvent['by']
  version: number
}

/** Shows the open article's newest version when somebody saved one. Unsaved text is left alone: then it only says so. */
export function useArticleNews({ article, deleted, unsaved, busy, take }: NewsParts): ArticleNews | null {
  const client = useQueryClient()
  // A panel beside the text changes the article too, as when it restores a revision.
  const isOwnDoing = useIsMutating() > 0 || busy
  const { data: change } = useQuery(lastChangeQuery(article?.id ?? ''))
  const [loaded, setLoaded] = useState<ArticleNews | null>(null)
  const version = change?.version ?? 0
  const isGone = change?.action === 'article.delete'
  const isNews = article !== null && version > article.version && !isGone && !deleted
  const show = useEffectEvent((fresh: EditorialArticle): void => {
    if (!unsaved && change) setLoaded({ kind: 'loaded', by: change.by, version: fresh.version })
    take(fresh)
  })
  const articleId = article?.id
  useEffect(() => {
    if (!isNews || isOwnDoing || articleId === undefined) return
    let isLate = false
    // What cannot be read now is found by the next save.
    readArticle(client, articleId).then(
      (fresh) => (isLate || fresh.version < version ? undefined : show(fresh)),
      () => undefined,
    )
    return () => {
      isLate = true
    }
  }, [client, articleId, isNews, version, unsaved, isOwnDoing])
  if (isGone && !deleted) return { kind: 'deleted', by: change.by, version }
  if (isNews) return unsaved && change ? { kind: 'waiting', by: change.by, version } : null
  return loaded?.version === article?.version && !unsaved ? loaded : null
}
