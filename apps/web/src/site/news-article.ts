import type { Site } from '@bantin/shared/site'
import type { PublicArticle } from '../features/articles/articles.api.ts'

/** An article as structured data: https://schema.org/NewsArticle. */
export function newsArticle(article: PublicArticle, site: Site): Record<string, unknown> {
  const { title, sapo, url, locale, hero, bylines, publisher, categories, event } = article
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    ...(sapo ? { description: sapo } : {}),
    inLanguage: locale,
    url,
    mainEntityOfPage: url,
    datePublished: article.firstPublishedAt,
    dateModified: article.updatedAt,
    ...(hero
      ? { image: [{ '@type': 'ImageObject', url: hero.src, width: hero.width, height: hero.height, caption: hero.caption ?? hero.alt }] }
      : {}),
    author: bylines.map((byline) => ({ '@type': 'Person', name: byline.name, url: byline.url })),
    publisher: { '@type': 'GovernmentOrganization', name: publisher.name, url: publisher.url },
    isPartOf: { '@type': 'WebSite', name: site.name, url: site.url },
    ...(categories[0] ? { articleSection: categories[0].name } : {}),
    ...(event?.place ? { contentLocation: { '@type': 'Place', name: event.place } } : {}),
    ...(article.correction
      ? { correction: { '@type': 'CorrectionComment', text: article.correction.right, datePublished: article.correction.at } }
      : {}),
  }
}
