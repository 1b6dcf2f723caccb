import type { QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { siteQuery } from '../features/site/site.api.ts'
import { type ApiFetch, createApiClient } from '../lib/api-client.ts'
import { ApiError } from '../lib/api-error.ts'
import { siteText } from '../lib/i18n/site/use-site-text.ts'
import { createServerQueryClient } from '../lib/server-query-client.ts'
import { SiteApp, SiteFrame } from './app.tsx'
import { headHtml } from './head-html.ts'
import { escapeHtml } from './html.ts'
import { loadPage } from './load-page.ts'
import { type MatchedPage, matchPage } from './match-page.ts'
import { stateBlock } from './page-state.ts'
import { FailurePage } from './pages/failure-page.tsx'
import { fillTemplate, withoutScripts } from './template.ts'

export interface RenderRequest {
  /** Path and query of the page, as the request has them. */
  url: string
  /** Asks the JSON API; addresses begin with `/api/v1`. */
  fetch: ApiFetch
  /** The built index.html. */
  template: string
}

export interface Rendered {
  status: number
  /** Empty for a redirect. */
  html: string
  headers?: Record<string, string>
  /** Why the page could not be made, for the log. */
  failure?: unknown
}

/** The HTML of a page of the public site. Never rejects: what could not be gathered or rendered becomes a page that says so. */
export async function render({ url, fetch, template }: RenderRequest): Promise<Rendered> {
  const { path, search } = splitUrl(url)
  const matched = matchPage(path, search)
  if (matched.page.name === 'not-found' && isPage(path.slice(0, -1))) return redirect(308, path.slice(0, -1) + search)
  const client = createServerQueryClient(createApiClient({ fetch }))
  try {
    return await renderPage(client, matched, search, template)
  } catch (error) {
    // Cursors end when the secrets change: the list begins anew.
    if (error instanceof ApiError && error.code === 'invalid_cursor') return redirect(302, path + withoutCursor(search))
    return { ...renderFailure(client, matched, search, template), failure: error }
  } finally {
    client.clear()
  }
}

async function renderPage(client: QueryClient, matched: MatchedPage, search: string, template: string): Promise<Rendered> {
  const loaded = await loadPage(client, matched, search)
  if (loaded.status === 308) return redirect(308, loaded.location)
  const { locale, path } = matched
  const page = renderToString(<SiteApp client={client} address={{ path, search }} />)
  const head = headHtml({ ...loaded.head, locale, site: await client.ensureQueryData(siteQuery()) })
  return { status: loaded.status, html: fillTemplate(template, { locale, head, page, state: stateBlock(client) }) }
}

function renderFailure(client: QueryClient, { locale, path }: MatchedPage, search: string, template: string): Rendered {
  const page = renderToString(
    <SiteFrame client={client} path={path}>
      <FailurePage address={path + search} />
    </SiteFrame>,
  )
  const head = `<title>${escapeHtml(siteText(locale).failure.title)}</title>`
  const html = fillTemplate(withoutScripts(template), { locale, head, page, state: '' })
  return { status: 503, html, headers: { 'retry-after': '30' } }
}

function splitUrl(url: string): { path: string; search: string } {
  const start = url.indexOf('?')
  return start === -1 ? { path: url, search: '' } : { path: url.slice(0, start), search: url.slice(start) }
}

/** What else the address says: a search stays one. */
function withoutCursor(search: string): string {
  const rest = new URLSearchParams(search)
  rest.delete('sau')
  return rest.size > 0 ? `?${rest}` : ''
}

/** Redirects lead to known pages only, so that "//elsewhere/" leads nowhere. */
function isPage(path: string): boolean {
  return matchPage(path, '').page.name !== 'not-found'
}

function redirect(status: 302 | 308, location: string): Rendered {
  return { status, html: '', headers: { location } }
}
