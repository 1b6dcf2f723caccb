/** Lists that show the newest articles, whatever they are about. */
export const newestLists = [
  '/',
  '/en',
  '/api/v1/articles',
  '/api/v1/changes',
  '/feeds/rss.xml',
  '/feeds/atom.xml',
  '/feeds/feed.json',
  '/sitemap-news.xml',
]

/**
 * Whether caches are told when the answer at this path, as requests have it, changes: of an article, or of a list without a query that
 * shows it. Only these may be kept for long.
 */
export function isPurged(pathAndQuery: string): boolean {
  return (
    newestLists.includes(pathAndQuery) ||
    /^(\/en)?\/(bai-viet|chuyen-muc|the|don-vi|tac-gia)\/[a-z0-9-]+$|^\/api\/v1\/articles\/[a-z0-9-]+$/.test(pathAndQuery)
  )
}
