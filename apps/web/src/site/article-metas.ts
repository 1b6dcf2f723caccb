import type { Site } from '@bantin/shared/site'
import type { PublicArticle } from '../features/articles/articles.api.ts'
import { tag } from './html.ts'
import type { FullHead } from './page-head.ts'

type Metas = [name: string, content: string | null | undefined][]

/** What libraries and archives read of an article: Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcq-html/), and citations. */
export function articleMetas(article: PublicArticle, site: Site): string[] {
  const terms = tag('link', { rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' })
  return [schema, terms, ...tags([...dublinCore(article, site), ...citation(article)])]
}

/** The same of any other page: it lists what others say. */
export function listMetas({ site, title, description, locale }: FullHead, address: string): string[] {
  const facts: Metas = [
    ['DC.title', title ?? site.name],
    ['DC.description', description],
    ['DC.publisher', site.rootUnit?.name ?? site.name],
    ['DC.type', 'Collection'],
    ['DC.format', 'text/html'],
    ['DC.identifier', address],
    ['DC.language', locale],
    ['DC.rights', rights(site)],
  ]
  return [schema, ...tags(facts)]
}

const schema = tag('link', { rel: 'schema.DC', href: 'http://purl.org/dc/elements/1.1/' })

function tags(metas: Metas): string[] {
  return metas.flatMap(([name, content]) => (content ? [tag('meta', { name, content })] : []))
}

const rights = ({ licence, reuse }: Site) => [licence, reuse].filter(Boolean).join('. ')

function dublinCore(article: PublicArticle, site: Site): Metas {
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
    ['DC.rights', rights(site)],
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
