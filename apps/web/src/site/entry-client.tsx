import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createPageViews } from '../features/analytics/page-views.ts'
import { readArticleBody } from '../features/articles/article-body.tsx'
import { createApiClient } from '../lib/api-client.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { SiteApp } from './app.tsx'
import { matchPage } from './match-page.ts'
import { fillState, readState } from './page-state.ts'
import { preparePage } from './pages/page-of.tsx'

const root = document.getElementById('root')
if (root) void start(root)

/** Takes over the page that the server sent. Without one, as on a plain file server, it renders from nothing. */
async function start(root: HTMLElement): Promise<void> {
  const client = createQueryClient(createApiClient())
  const state = readState(document)
  if (state) fillState(client, state, readArticleBody(document))
  // Where a part does not come, the page itself says so.
  await preparePage(matchPage(location.pathname, location.search).page).catch(() => undefined)
  const app = <SiteApp client={client} pageViews={createPageViews(client)} />
  if (state) hydrateRoot(root, app)
  else createRoot(root).render(app)
}
