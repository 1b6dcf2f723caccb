import type { ArticleSummary } from '../../features/articles/article-summary.ts'

/** How articles share the front page. */
export interface Front {
  lead: ArticleSummary | undefined
  top: ArticleSummary[]
  latest: ArticleSummary[]
}

const topStories = 3
const newest = 10

/**
 * What editors have set leads: the first of it above, the others under it. Without, the newest article with a picture does. The next ones
 * with pictures fill up what stands under it, the rest is the list of the newest.
 */
export function splitFront(articles: ArticleSummary[], set: ArticleSummary[] = []): Front {
  const [leading = newestShown(articles), ...under] = set
  const others = articles.filter(({ id }) => id !== leading?.id && !under.some((one) => one.id === id))
  const filling = others.filter(({ hero }) => hero !== null).slice(0, Math.max(0, topStories - under.length))
  const latest = others.filter((article) => !filling.includes(article)).slice(0, newest)
  return { lead: leading, top: [...under, ...filling], latest }
}

function newestShown(articles: ArticleSummary[]): ArticleSummary | undefined {
  return articles.find(({ hero }) => hero !== null) ?? articles[0]
}
