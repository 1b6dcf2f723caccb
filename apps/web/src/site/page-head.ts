import type { Site } from '@bantin/shared/site'
import type { PublicArticle } from '../features/articles/articles.api.ts'
import type { Locale } from '../lib/i18n/locale.ts'

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
  /** The picture that the reader sees first. */
  hero?: { type?: string; src: string; srcset: string; sizes: string }
}

/** A head with what every page shares. */
export interface FullHead extends PageHead {
  locale: Locale
  site: Site
}
