import { escapeHtml } from '@bantin/shared/body/escape-html'
import { element, type Xml, xmlDocument } from '../xml.ts'
import type { Feed, FeedArticle } from './read-feed.ts'

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** RSS 2.0 (https://www.rssboard.org/rss-specification), the text in `content:encoded`. */
export function rss(feed: Feed): string {
  const channel = element(
    'channel',
    {},
    element('title', {}, feed.title),
    element('link', {}, feed.homeUrl),
    element('description', {}, escapeHtml(feed.description)),
    element('atom:link', { href: feed.selfUrl, rel: 'self', type: 'application/rss+xml' }),
    element('language', {}, feed.language),
    ...(feed.rights === null ? [] : [element('copyright', {}, feed.rights)]),
    element('dc:publisher', {}, feed.publisher.name),
    element('lastBuildDate', {}, mailDate(feed.updatedAt)),
    ...feed.articles.map(item),
  )
  return xmlDocument(element('rss', { version: '2.0', ...namespaces }, channel))
}

/** Authors are `dc:creator`: `author` would have to be a mail address. */
function item(article: FeedArticle): Xml {
  const { id, title, url, sapo, bodyHtml, bylines, categories, tags, publisher, attribution, source, locale, updatedAt } = article
  return element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, `urn:uuid:${id}`),
    element('pubDate', {}, mailDate(article.firstPublishedAt)),
    element('atom:updated', {}, updatedAt),
    ...bylines.map(({ name }) => element('dc:creator', {}, name)),
    ...categories.map((category) => element('category', { domain: category.url }, category.name)),
    ...tags.map((tag) => element('category', { domain: tag.url }, tag.name)),
    // HTML, by custom, so that a text is escaped twice.
    ...(sapo ? [element('description', {}, escapeHtml(sapo))] : []),
    element('content:encoded', {}, bodyHtml),
    element('dc:language', {}, locale),
    element('dc:publisher', {}, publisher.name),
    element('dc:rights', {}, attribution),
    ...(source ? [element('dc:source', {}, [source.name, source.url].filter(Boolean).join(', '))] : []),
    ...pictures(article),
  )
}

function pictures({ hero, heroBytes }: FeedArticle): Xml[] {
  if (!hero) return []
  const { src, width, height, alt, caption, credit } = hero
  const content = element(
    'media:content',
    { url: src, type: 'image/jpeg', medium: 'image', width, height },
    ...(alt || caption ? [element('media:description', { type: 'plain' }, caption || alt)] : []),
    ...(credit ? [element('media:credit', {}, credit)] : []),
  )
  return [element('enclosure', { url: src, length: heroBytes ?? 0, type: 'image/jpeg' }), content]
}

/** `Tue, 28 Dec 2021 00:05:00 GMT` (RFC 5322). */
function mailDate(moment: string): string {
  return new Date(moment).toUTCString()
}
