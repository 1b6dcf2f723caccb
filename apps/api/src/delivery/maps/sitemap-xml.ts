import { element, type Xml, xmlDocument } from '../xml.ts'
import type { MappedArticle, MappedPage, News } from './maps.queries.ts'

// https://www.sitemaps.org/protocol.html. Paths of ours need no encoding: slugs are of few letters.
const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const localized = { xmlns, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }

/** The index: a map of maps. */
export function sitemapIndex(baseUrl: string, maps: MappedPage[]): string {
  return xmlDocument(element('sitemapindex', { xmlns }, ...maps.map((map) => element('sitemap', {}, ...place(baseUrl, map)))))
}

/** Articles: each has one address that counts, and names those of the same text in other languages. */
export function articlesMap(baseUrl: string, articles: MappedArticle[]): string {
  const urls = articles.map((article) => {
    const languages = article.translations ? [article, ...article.translations] : []
    return element('url', {}, ...place(baseUrl, article), ...languages.map(({ path, locale }) => inLanguage(locale, baseUrl + path)))
  })
  return xmlDocument(element('urlset', localized, ...urls))
}

/** Pages of lists, in both languages of the interface; each names the other. */
export function listsMap(baseUrl: string, pages: MappedPage[]): string {
  const urls = pages.flatMap(({ path, at }) => {
    const paths = { vi: path, en: path === '/' ? '/en' : `/en${path}` }
    const links = Object.entries(paths).map(([locale, other]) => inLanguage(locale, baseUrl + other))
    return Object.values(paths).map((one) => element('url', {}, ...place(baseUrl, { path: one, at }), ...links))
  })
  return xmlDocument(element('urlset', localized, ...urls))
}

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export function newsMap(baseUrl: string, news: News[]): string {
  const urls = news.map(({ path, site, locale, title, at }) => {
    const publication = element('news:publication', {}, element('news:name', {}, site), element('news:language', {}, locale))
    const about = element('news:news', {}, publication, element('news:publication_date', {}, at), element('news:title', {}, title))
    return element('url', {}, element('loc', {}, baseUrl + path), about)
  })
  return xmlDocument(element('urlset', { xmlns, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' }, ...urls))
}

function inLanguage(hreflang: string, href: string): Xml {
  return element('xhtml:link', { rel: 'alternate', hreflang, href })
}

function place(baseUrl: string, { path, at }: MappedPage): Xml[] {
  return [element('loc', {}, baseUrl + path), ...(at === null ? [] : [element('lastmod', {}, at)])]
}
