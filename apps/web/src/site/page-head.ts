import type { Site } from '@bantin/shared/site'
import type { PublicArticle } from '../features/articles/articles.api.ts'
import type { Locale } from '../lib/i18n/locale.ts'

/** Which feeds of the API: all articles, or those that one parameter names. */
export type FeedOf = 'all' | { kind: 'unit' | 'person' | 'author' | 'category' | 'tag'; slug: string }

/** What the head of a page says to browsers, searches and social networks. */
export interface PageHead {
  /** Undefined: the site's own name alone. */
  title?: string
  description?: string
  /** Path of the address that counts for searches; absent where there is nothing to find. */
  canonicalPath?: string
  /** The same page in the other language of the interface exists. */
  isMirrored?: boolean
  isIndexed: boolean
  article?: PublicArticle
  /** What its articles are those of, where the page is a list that has feeds. */
  feed?: FeedOf
  /** The picture that the reader sees first. */
  hero?: { type?: string; src: string; srcset: string; sizes: string }
}

/** A head with what every page shares. */
export interface FullHead extends PageHead {
  locale: Locale
  site: Site
}
