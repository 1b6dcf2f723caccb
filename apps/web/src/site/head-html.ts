import type { Picture } from '@bantin/shared/articles'
import type { PublicArticle } from '../features/articles/articles.api.ts'
import { mirrorPath } from '../lib/paths.ts'
import { articleMetas, listMetas } from './article-metas.ts'
import { discoveryLinks } from './discovery-links.ts'
import { dataBlock, escapeHtml, tag } from './html.ts'
import { newsArticle } from './news-article.ts'
import type { FullHead } from './page-head.ts'
import { fullTitle } from './use-page-head.ts'

/** The tags of a page's head: title, canonical, languages, Open Graph, structured data, the first picture. */
export function headHtml(head: FullHead): string {
  const { site, title, description, canonicalPath, article, isIndexed } = head
  const canonical = canonicalPath === undefined ? undefined : site.url + canonicalPath
  return [
    `<title>${escapeHtml(fullTitle(title, site.name))}</title>`,
    description ? tag('meta', { name: 'description', content: description }) : '',
    isIndexed ? '' : tag('meta', { name: 'robots', content: 'noindex' }),
    canonical ? tag('link', { rel: 'canonical', href: canonical }) : '',
    ...languageLinks(head),
    ...discoveryLinks(head),
    preload(head),
    ...(canonical ? openGraph(head, canonical) : []),
    ...(article ? articleMetas(article, site) : canonical && isIndexed ? listMetas(head, canonical) : []),
    article ? dataBlock('application/ld+json', newsArticle(article, site)) : '',
  ]
    .filter((line) => line !== '')
    .join('\n    ')
}

function languageLinks({ isMirrored, isIndexed, canonicalPath, article, site }: FullHead): string[] {
  const link = (locale: string, href: string) => tag('link', { rel: 'alternate', hreflang: locale, href })
  if (article && isIndexed && article.translations.length > 0)
    return [article, ...article.translations].map((one) => link(one.locale, one.url))
  if (!isMirrored || canonicalPath === undefined) return []
  return (['vi', 'en'] as const).map((locale) => link(locale, site.url + mirrorPath(canonicalPath, locale)))
}

function preload({ hero }: FullHead): string {
  if (!hero) return ''
  const { type, src, srcset, sizes } = hero
  const choice = srcset ? { imagesrcset: srcset, imagesizes: sizes } : {}
  return tag('link', { rel: 'preload', as: 'image', type, href: type ? undefined : src, ...choice, fetchpriority: 'high' })
}

function openGraph({ site, title, description, article, locale }: FullHead, canonical: string): string[] {
  const facts: Record<string, string | undefined> = {
    'og:type': article ? 'article' : 'website',
    'og:site_name': site.name,
    'og:title': title ?? site.name,
    'og:description': description,
    'og:url': canonical,
    'og:locale': (article?.locale ?? locale) === 'en' ? 'en_GB' : 'vi_VN',
    ...(article ? articleFacts(article) : {}),
  }
  const tags = Object.entries(facts).map(([property, content]) => (content ? tag('meta', { property, content }) : ''))
  return [...tags, tag('meta', { name: 'twitter:card', content: article?.hero ? 'summary_large_image' : 'summary' })]
}

function articleFacts({ hero, firstPublishedAt, updatedAt, categories }: PublicArticle): Record<string, string | undefined> {
  return {
    ...(hero ? sharedPicture(hero) : {}),
    'article:published_time': firstPublishedAt,
    'article:modified_time': updatedAt,
    'article:section': categories[0]?.name,
  }
}

/** While the picture for it is being made, the whole one. */
function sharedPicture({ share, src, width, height, alt }: Picture): Record<string, string | undefined> {
  const size = share === src ? { width, height } : { width: 1200, height: 630 }
  return {
    'og:image': share,
    'og:image:width': String(size.width),
    'og:image:height': String(size.height),
    'og:image:alt': alt,
  }
}
