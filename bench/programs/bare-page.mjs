// Built by Vite with the site's own configuration: the tree of a page of the site, rendered with all its data at hand.
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { siteQuery } from '../../apps/web/src/features/site/site.api.ts'
import { createApiClient } from '../../apps/web/src/lib/api-client.ts'
import { createServerQueryClient } from '../../apps/web/src/lib/server-query-client.ts'
import { SiteApp } from '../../apps/web/src/site/app.tsx'
import { headHtml } from '../../apps/web/src/site/head-html.ts'
import { loadPage } from '../../apps/web/src/site/load-page.ts'
import { matchPage } from '../../apps/web/src/site/match-page.ts'
import { stateBlock } from '../../apps/web/src/site/page-state.ts'
import { fillTemplate } from '../../apps/web/src/site/template.ts'

/** Reads what the page shows, once; answers what renders it. */
export async function preparePage({ url, fetch, template }) {
  const client = createServerQueryClient(createApiClient({ fetch }))
  const matched = matchPage(url, '')
  const loaded = await loadPage(client, matched)
  if (loaded.status !== 200) throw new Error(`There is no page at ${url}.`)
  const { locale, path } = matched
  const head = headHtml({ ...loaded.head, locale, site: await client.ensureQueryData(siteQuery()) })
  const state = stateBlock(client)
  return () => {
    const page = renderToString(createElement(SiteApp, { client, address: { path, search: '' } }))
    return fillTemplate(template, { locale, head, page, state })
  }
}
