import type { ArticleSummary } from '../../features/articles/article-summary.ts'

/** How the newest articles share the front page. */
export interface Front {
  lead: ArticleSummary | undefined
  top: ArticleSummary[]
  latest: ArticleSummary[]
}

const topStories = 3
const newest = 10

/** The newest article with a picture leads, the next ones with pictures stand under it, the rest is the list of the newest. */
export function splitFront(articles: ArticleSummary[]): Front {
  const lead = articles.find(({ hero }) => hero !== null) ?? articles[0]
  const others = articles.filter((article) => article !== lead)
  const top = others.filter(({ hero }) => hero !== null).slice(0, topStories)
  const latest = others.filter((article) => !top.includes(article)).slice(0, newest)
  return { lead, top, latest }
}
