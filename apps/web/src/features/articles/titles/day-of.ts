import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { clockIn } from '../../../lib/site-time.ts'
import type { ArticleValues } from '../form/article-values.ts'

/** The day whose names and titles an article has: that of its event, else of its planned or first publication; undefined: today. */
export function dayOf({ event }: ArticleValues, article: EditorialArticle | null, timeZone: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(event.startsOn)) return event.startsOn
  const moment = article?.firstPublishedAt ?? article?.publishAt
  return moment ? clockIn(timeZone, Date.parse(moment)).day : undefined
}
