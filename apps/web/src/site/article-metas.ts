import type { Site } from '@bantin/shared/site'
import type { PublicArticle } from '../features/articles/articles.api.ts'
import { tag } from './html.ts'

type Metas = [name: string, content: string | null | undefined][]

/** What libraries and archives read of an article: Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcq-html/), and citations. */
export function articleMetas(article: PublicArticle, site: Site): string[] {
  const schemas = [
    tag('link', { rel: 'schema.DC', href: 'http://purl.org/dc/elements/1.1/' }),
    tag('link', { rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' }),
  ]
  const metas = [...dublinCore(article, site), ...citation(article)]
  return [...schemas, ...metas.flatMap(([name, content]) => (content ? [tag('meta', { name, content })] : []))]
}

function dublinCore(article: PublicArticle, { licence, reuse }: Site): Metas {
  const { title, sapo, locale, url, bylines, publisher, categories, tags, source, event, firstPublishedAt, updatedAt } = article
  return [
    ['DC.title', title],
    ...bylines.map(({ name }): Metas[number] => ['DC.creator', name]),
    ...[...categories, ...tags].map(({ name }): Metas[number] => ['DC.subject', name]),
    ['DC.description', sapo],
    ['DC.publisher', publisher.name],
    ['DC.date', firstPublishedAt],
    ['DCTERMS.modified', updatedAt],
    ['DC.type', 'Text'],
    ['DC.format', 'text/html'],
    ['DC.identifier', url],
    ['DC.source', source ? (source.url ?? source.name) : null],
    ['DC.language', locale],
    ['DC.coverage', event?.place],
    ['DC.rights', [licence, reuse].filter(Boolean).join('. ')],
  ]
}

/** As https://scholar.google.com/intl/en/scholar/inclusion.html has it; programs that keep references read the same. */
function citation({ title, url, locale, bylines, publisher, firstPublishedAt }: PublicArticle): Metas {
  return [
    ['citation_title', title],
    ...bylines.map(({ name }): Metas[number] => ['citation_author', name]),
    // The local day: times carry the site's offset.
    ['citation_publication_date', firstPublishedAt.slice(0, 10).replaceAll('-', '/')],
    ['citation_publisher', publisher.name],
    ['citation_language', locale],
    ['citation_public_url', url],
  ]
}
