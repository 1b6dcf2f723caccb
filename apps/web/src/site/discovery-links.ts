import { tag } from './html.ts'
import type { FullHead } from './page-head.ts'
import { fullTitle } from './use-page-head.ts'

const feeds = [
  { path: '/feeds/rss.xml', type: 'application/rss+xml', name: 'RSS' },
  { path: '/feeds/atom.xml', type: 'application/atom+xml', name: 'Atom' },
  { path: '/feeds/feed.json', type: 'application/feed+json', name: 'JSON Feed' },
]

/** Where programs find how the portal is searched, the page's articles as feeds, and an article that is offered to searches as what other pages show of it. */
export function discoveryLinks({ site, title, feed, article, isIndexed }: FullHead): string[] {
  const query = feed === undefined || feed === 'all' ? '' : `?${new URLSearchParams({ [feed.kind]: feed.slug })}`
  const ofList = feeds.map(({ path, type, name }) => link(type, `${site.url}${path}${query}`, `${fullTitle(title, site.name)} (${name})`))
  const isShown = article && isIndexed
  const oembed =
    isShown && link('application/json+oembed', `${site.url}/oembed?${new URLSearchParams({ url: article.url })}`, article.title)
  const search = { rel: 'search', type: 'application/opensearchdescription+xml', href: `${site.url}/opensearch.xml`, title: site.name }
  return [tag('link', search), ...(feed === undefined ? [] : ofList), ...(oembed ? [oembed] : [])]
}

function link(type: string, href: string, title: string): string {
  return tag('link', { rel: 'alternate', type, href, title })
}
