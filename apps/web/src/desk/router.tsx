import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { readListSearch } from '../features/articles/list/state-filter.ts'
import type { Session } from '../lib/session.ts'
import { ArticlePage } from './pages/article-page.tsx'
import { ArticlesPage } from './pages/articles-page.tsx'
import { LoginPage } from './pages/login-page.tsx'
import { readLoginSearch } from './pages/login-search.ts'
import { DeskShell } from './shell/desk-shell.tsx'
import { RootLayout } from './shell/root-layout.tsx'
import { FailedPart, FailedScreen, MissingPart, MissingScreen, StartingScreen } from './shell/screens.tsx'

export interface DeskContext {
  session: Session
  queryClient: QueryClient
}

const root = createRootRouteWithContext<DeskContext>()({
  component: RootLayout,
  notFoundComponent: MissingScreen,
  errorComponent: FailedScreen,
})

const login = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: readLoginSearch,
  component: LoginPage,
})

const desk = createRoute({
  getParentRoute: () => root,
  path: '/ban-bien-tap',
  beforeLoad: async ({ context, location }) => {
    await context.session.start()
    if (context.session.state().status === 'signedOut') throw redirect({ to: '/dang-nhap', search: { tiep: location.href } })
  },
  component: DeskShell,
  errorComponent: FailedScreen,
  notFoundComponent: MissingPart,
})

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/ban-bien-tap/bai' })
  },
})

const articles = createRoute({
  getParentRoute: () => desk,
  path: '/bai',
  validateSearch: readListSearch,
  component: ArticlesPage,
})

const article = createRoute({ getParentRoute: () => desk, path: '/bai/$articleId', component: ArticlePage })

/** The desk's pages by address. */
export function createDeskRouter(context: DeskContext) {
  return createRouter({
    routeTree: root.addChildren([login, desk.addChildren([home, articles, article])]),
    context,
    defaultNotFoundComponent: MissingPart,
    defaultErrorComponent: FailedPart,
    defaultPendingComponent: StartingScreen,
    defaultPendingMs: 300,
    scrollRestoration: true,
  })
}

export type DeskRouter = ReturnType<typeof createDeskRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: DeskRouter
  }
  interface HistoryState {
    /** The door is reached by "Đăng xuất": in the page's history and not in the address, so that no link can sign anyone out. */
    signOut?: true
  }
}
