import type { ArticleCard, RelatedArticle } from '@bantin/shared/articles'

/** What the site shows of an article in a list. The rest of the API's card would only make the page heavier. */
export interface ArticleSummary {
  id: string
  slug: string
  locale: string
  title: string
  sapo: string | null
  publishedAt: string
  /** Three by two. */
  hero: { src: string; srcset: string; alt: string } | null
  category: { slug: string; name: string } | null
  isCorrected: boolean
  isWithdrawn: boolean
}

/** The summary of the API's card. */
export function toSummary(card: ArticleCard): ArticleSummary {
  const { id, slug, locale, title, sapo, publishedAt, hero, categories, correction, withdrawn } = card
  const [category] = categories
  return {
    id,
    slug,
    locale,
    title,
    sapo,
    publishedAt,
    hero: hero && { ...hero.card, alt: hero.alt },
    category: category ? { slug: category.slug, name: category.name } : null,
    isCorrected: correction !== null,
    isWithdrawn: withdrawn !== null,
  }
}

/** The summary of an article that an editor has put beside another one, in that one's language. */
export function relatedSummary({ id, slug, title, publishedAt, hero }: RelatedArticle, locale: string): ArticleSummary {
  const unsaid = { sapo: null, category: null, isCorrected: false, isWithdrawn: false }
  return { id, slug, locale, title, publishedAt, hero: hero && { ...hero.card, alt: hero.alt }, ...unsaid }
}
