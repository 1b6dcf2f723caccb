import { element, type Xml, xmlDocument } from '../xml.ts'
import type { Deleted } from './feeds.queries.ts'
import type { Feed, FeedArticle } from './read-feed.ts'

const namespaces = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/** Atom 1.0 (RFC 4287), with what readers are to forget as `at:deleted-entry` (RFC 6721). */
export function atom(feed: Feed): string {
  const root = element(
    'feed',
    { ...namespaces, 'xml:lang': feed.language },
    element('id', {}, feed.selfUrl),
    element('title', {}, feed.title),
    element('subtitle', {}, feed.description),
    element('updated', {}, feed.updatedAt),
    person(feed.publisher),
    element('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl }),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.homeUrl }),
    ...(feed.rights === null ? [] : [element('rights', {}, feed.rights)]),
    // Entries come last, as the grammar of RFC 4287 has it.
    ...feed.deleted.map(deletedEntry),
    ...feed.articles.map(entry),
  )
  return xmlDocument(root)
}

function entry(article: FeedArticle): Xml {
  const { id, locale, title, url, sapo, bodyHtml, bylines, categories, tags, publisher, attribution, source } = article
  return element(
    'entry',
    { 'xml:lang': locale },
    element('id', {}, `urn:uuid:${id}`),
    element('title', {}, title),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: url }),
    ...links(article),
    element('published', {}, article.firstPublishedAt),
    element('updated', {}, article.updatedAt),
    // Without one it is whose feed it is.
    ...bylines.map(person),
    ...[...categories, ...tags].map((one) =>
      element('category', { term: one.slug, scheme: one.url.slice(0, -one.slug.length), label: one.name }),
    ),
    ...(sapo ? [element('summary', {}, sapo)] : []),
    element('content', { type: 'html' }, bodyHtml),
    element('rights', {}, attribution),
    element('dc:publisher', {}, publisher.name),
    ...(source ? [element('dc:source', {}, [source.name, source.url].filter(Boolean).join(', '))] : []),
  )
}

function links({ hero, heroBytes, source }: FeedArticle): Xml[] {
  return [
    ...(hero
      ? [element('link', { rel: 'enclosure', type: 'image/jpeg', length: heroBytes, title: hero.alt || undefined, href: hero.src })]
      : []),
    ...(source?.url ? [element('link', { rel: 'via', title: source.name, href: source.url })] : []),
  ]
}

function person({ name, url }: { name: string; url: string }): Xml {
  return element('author', {}, element('name', {}, name), element('uri', {}, url))
}

function deletedEntry({ id, at, reason, replacedBy }: Deleted): Xml {
  return element(
    'at:deleted-entry',
    { ref: `urn:uuid:${id}`, when: at },
    element('at:comment', {}, reason),
    ...(replacedBy === null ? [] : [element('link', { rel: 'related', type: 'text/html', href: replacedBy })]),
  )
}
