import type { ApiIndex, ApiLink, Linkset } from '@bantin/shared/discovery'

/** What the index reads of the OpenAPI document. */
export interface Documented {
  paths?: Record<string, { get?: { 'x-access'?: string; summary?: string; parameters?: { in: string; name: string }[] } }>
}

const base = '/api/v1'

/** Where everything is, made of the routes' own contracts, so that none is forgotten. */
export function apiIndex(baseUrl: string, documented: Documented): ApiIndex {
  return {
    version: '1',
    documentation: `${baseUrl}/docs`,
    forPortals: `${baseUrl}/docs/portals`,
    openapi: `${baseUrl}/openapi.json`,
    problems: `${baseUrl}/docs/problems`,
    changes: {
      start: `${baseUrl}${base}/changes?include=article`,
      next: `${baseUrl}${base}/changes?include=article{&cursor}`,
      dump: `${baseUrl}${base}/export/articles.ndjson.gz`,
      howTo:
        'Read "start", apply every entry, store "cursor", and ask at "next" with it until "more" is false; then ask again from time to time. ' +
        '"put": show what is there now. "delete": remove your copy. Apply the whole page before you store its cursor.',
    },
    routes: openRoutes(baseUrl, documented),
  }
}

function openRoutes(baseUrl: string, { paths = {} }: Documented): ApiLink[] {
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const isOfOthers = !path.startsWith(`${base}/`) && /^\/(healthz|readyz|metrics|docs|openapi|media)/.test(path)
    const isOpen = path.startsWith(base) ? get?.['x-access'] === 'anyone' : !isOfOthers
    if (!get || !isOpen || path === base || path.startsWith(`${base}/auth/`)) return []
    const query = (get.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name)
    const href = baseUrl + path + (query.length > 0 ? `{?${query.join(',')}}` : '')
    return [{ href, title: get.summary ?? '', templated: href.includes('{') }]
  })
}

/** RFC 9727: the one interface there is, with what describes it (RFC 8631). */
export function apiCatalog(baseUrl: string): Linkset {
  const index = { href: baseUrl + base, title: 'Bản Tin' }
  return {
    linkset: [
      { anchor: baseUrl + catalogPath, item: [index] },
      {
        anchor: index.href,
        'service-desc': [{ href: `${baseUrl}/openapi.json`, type: 'application/json' }],
        'service-doc': [
          { href: `${baseUrl}/docs`, type: 'text/html' },
          { href: `${baseUrl}/docs/portals`, type: 'text/html', title: 'For portals that show what we publish' },
        ],
        status: [{ href: `${baseUrl}/readyz`, type: 'application/json' }],
      },
    ],
  }
}

export const catalogPath = '/.well-known/api-catalog'
