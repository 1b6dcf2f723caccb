import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { type AroundNavHandler, Router, useLocation } from 'wouter'
import type { PageViews } from '../features/analytics/page-views.ts'
import { PageViewsProvider } from '../features/analytics/use-page-view.ts'
import { LocaleProvider } from '../lib/i18n/locale.ts'
import { useAddressQuery } from '../lib/use-address-query.ts'
import { SiteLayout } from './layout/site-layout.tsx'
import { matchPage } from './match-page.ts'
import { PageOf } from './pages/page-of.tsx'

export interface SiteAppProps {
  client: QueryClient
  /** On the server: the address that is rendered. */
  address?: { path: string; search: string }
  /** In the browser: what counts the views. */
  pageViews?: PageViews
}

/** The public site. */
export function SiteApp({ client, address, pageViews }: SiteAppProps) {
  return (
    <QueryClientProvider client={client}>
      <PageViewsProvider value={pageViews ?? null}>
        <Router aroundNav={toTheTop} {...(address ? { ssrPath: address.path, ssrSearch: address.search } : {})}>
          <MatchedSite />
        </Router>
      </PageViewsProvider>
    </QueryClientProvider>
  )
}

/** The page of an address inside the site's frame; the failure page of the server uses the frame alone. */
export function SiteFrame({ client, path, children }: { client: QueryClient; path: string; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <Router ssrPath={path} ssrSearch="">
        <LocaleProvider value={matchPage(path, '').locale}>
          <SiteLayout path={path}>{children}</SiteLayout>
        </LocaleProvider>
      </Router>
    </QueryClientProvider>
  )
}

function MatchedSite() {
  const [path] = useLocation()
  const search = useAddressQuery()
  const { locale, page } = matchPage(path, search)
  return (
    <LocaleProvider value={locale}>
      <SiteLayout path={path}>
        <PageOf key={path} page={page} path={path} />
      </SiteLayout>
    </LocaleProvider>
  )
}

/** A link leads to the top of the next page, and the next Tab begins in its content; back and forward are the browser's. */
const toTheTop: AroundNavHandler = (navigate, to, options) => {
  if (options?.replace) return navigate(to, options)
  flushSync(() => navigate(to, options))
  window.scrollTo(0, 0)
  document.querySelector('main')?.focus({ preventScroll: true })
}
