/** The pages that show the newest articles, whatever they are about. */
export const newestPages = ['/', '/en']

/** Lists that do, for programs. */
export const newestLists = [
  '/api/v1/articles',
  '/api/v1/changes',
  '/feeds/rss.xml',
  '/feeds/atom.xml',
  '/feeds/feed.json',
  '/sitemap-news.xml',
]

/**
 * Whether caches are told of all that changes the answer at this path, as requests have it: of an article, or of a list without a query that
 * shows it. Only these may be kept for long. Pages may not: beside what they are about stand others of its kind, menus and notices.
 */
export function isAlwaysTold(pathAndQuery: string): boolean {
  return newestLists.includes(pathAndQuery) || /^\/api\/v1\/articles\/[a-z0-9-]+$/.test(pathAndQuery)
}
