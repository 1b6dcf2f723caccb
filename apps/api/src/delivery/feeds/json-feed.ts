import type { JsonFeed, JsonFeedItem } from '@bantin/shared/feeds'
import type { Feed, FeedArticle } from './read-feed.ts'

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): JsonFeed {
  const { title, homeUrl, selfUrl, description, language, publisher, rights, articles } = feed
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: homeUrl,
    feed_url: selfUrl,
    description,
    language,
    authors: [{ name: publisher.name, url: publisher.url }],
    _bantin: { rights },
    items: articles.map(item),
  }
}

function item(article: FeedArticle): JsonFeedItem {
  const { id, url, title, sapo, hero, bylines, categories, tags, locale, publisher, attribution, source, apiUrl, bodyHtml } = article
  return {
    id: `urn:uuid:${id}`,
    url,
    title,
    content_html: bodyHtml,
    ...(sapo && { summary: sapo }),
    ...(hero && { image: hero.src }),
    date_published: article.firstPublishedAt,
    date_modified: article.updatedAt,
    ...(bylines.length > 0 && { authors: bylines.map((byline) => ({ name: byline.name, url: byline.url })) }),
    tags: [...categories, ...tags].map(({ name }) => name),
    language: locale,
    _bantin: { apiUrl, publisher: { name: publisher.name, url: publisher.url }, attribution, source },
  }
}
