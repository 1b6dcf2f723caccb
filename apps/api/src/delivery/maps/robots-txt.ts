/**
 * RFC 9309. Previews and opinions are not named: crawlers that may not read them would not find out that they are in no search. The desk
 * has nothing for anybody, and what of the API is not public answers nobody without credentials.
 */
export function robotsTxt(baseUrl: string): string {
  const closed = ['/ban-bien-tap', '/dang-nhap', '/api/v1/editorial/', '/api/v1/auth/', '/api/v1/previews/', '/api/v1/opinions/']
  const maps = ['/sitemap.xml', '/sitemap-news.xml']
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', ...maps.map((path) => `Sitemap: ${baseUrl}${path}`)]
  return `${lines.join('\n')}\n`
}
