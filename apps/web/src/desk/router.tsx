import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readListSearch } from '../features/articles/list/state-filter.ts'
import { readAuditSearch } from '../features/audit/audit-search.ts'
import { readFiguresSearch } from '../features/figures/figures-search.ts'
import { readHomeSearch } from '../features/home/home-search.ts'
import { readMediaSearch } from '../features/media/media-search.ts'
import { readNotificationsSearch } from '../features/notifications/notifications-search.ts'
import { readRedirectsSearch } from '../features/redirects/redirects-search.ts'
import { readReportsSearch } from '../features/reports/reports-search.ts'
import { readSearchesSearch } from '../features/searches/searches-search.ts'
import { readUsersSearch } from '../features/users/users-search.ts'
import { ArticlesPage } from './pages/articles-page.tsx'
import { doorRoutes } from './routes/door-routes.tsx'
import { type DeskContext, desk, root } from './routes/frame-routes.tsx'
import { organizationRoutes } from './routes/organization-routes.tsx'
import { portalsRoutes } from './routes/portals-routes.tsx'
import { FailedPart, MissingPart, StartingScreen, WaitingPart } from './shell/screens.tsx'

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

const article = createRoute({
  getParentRoute: () => desk,
  path: '/bai/$articleId',
  component: lazyRouteComponent(() => import('./pages/article-page.tsx'), 'ArticlePage'),
  pendingComponent: WaitingPart,
})

const media = createRoute({
  getParentRoute: () => desk,
  path: '/thu-vien',
  validateSearch: readMediaSearch,
  component: lazyRouteComponent(() => import('./pages/media-page.tsx'), 'MediaPage'),
  pendingComponent: WaitingPart,
})

const mediaItem = createRoute({
  getParentRoute: () => desk,
  path: '/thu-vien/$mediaId',
  // What the library showed is kept for the way back.
  validateSearch: readMediaSearch,
  component: lazyRouteComponent(() => import('./pages/media-item-page.tsx'), 'MediaItemPage'),
  pendingComponent: WaitingPart,
})

// Pages of the site's own business are loaded by the few who open them.
const settings = createRoute({
  getParentRoute: () => desk,
  path: '/quy-trinh',
  component: lazyRouteComponent(() => import('./pages/settings-page.tsx'), 'SettingsPage'),
  pendingComponent: WaitingPart,
})

const leading = createRoute({
  getParentRoute: () => desk,
  path: '/trang-chu',
  validateSearch: readHomeSearch,
  component: lazyRouteComponent(() => import('./pages/home-page.tsx'), 'HomePage'),
  pendingComponent: WaitingPart,
})

const identity = createRoute({
  getParentRoute: () => desk,
  path: '/thong-tin-cong',
  component: lazyRouteComponent(() => import('./pages/identity-page.tsx'), 'IdentityPage'),
  pendingComponent: WaitingPart,
})

const redirects = createRoute({
  getParentRoute: () => desk,
  path: '/dia-chi-cu',
  validateSearch: readRedirectsSearch,
  component: lazyRouteComponent(() => import('./pages/redirects-page.tsx'), 'RedirectsPage'),
  pendingComponent: WaitingPart,
})

const searches = createRoute({
  getParentRoute: () => desk,
  path: '/tim-kiem',
  validateSearch: readSearchesSearch,
  component: lazyRouteComponent(() => import('./pages/searches-page.tsx'), 'SearchesPage'),
  pendingComponent: WaitingPart,
})

const figures = createRoute({
  getParentRoute: () => desk,
  path: '/thong-ke',
  // Both views read of the address what is theirs.
  validateSearch: (raw: Record<string, unknown>) => ({ ...readFiguresSearch(raw), ...readReportsSearch(raw) }),
  component: lazyRouteComponent(() => import('./pages/figures-page.tsx'), 'FiguresPage'),
  pendingComponent: WaitingPart,
})

const users = createRoute({
  getParentRoute: () => desk,
  path: '/nguoi-dung',
  validateSearch: readUsersSearch,
  component: lazyRouteComponent(() => import('./pages/users-page.tsx'), 'UsersPage'),
  pendingComponent: WaitingPart,
})

const user = createRoute({
  getParentRoute: () => desk,
  path: '/nguoi-dung/$userId',
  component: lazyRouteComponent(() => import('./pages/user-page.tsx'), 'UserPage'),
  pendingComponent: WaitingPart,
})

const notifications = createRoute({
  getParentRoute: () => desk,
  path: '/thong-bao',
  validateSearch: readNotificationsSearch,
  component: lazyRouteComponent(() => import('./pages/notifications-page.tsx'), 'NotificationsPage'),
  pendingComponent: WaitingPart,
})

const account = createRoute({
  getParentRoute: () => desk,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('./pages/account-page.tsx'), 'AccountPage'),
  pendingComponent: WaitingPart,
})

const audit = createRoute({
  getParentRoute: () => desk,
  path: '/nhat-ky',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./pages/audit-page.tsx'), 'AuditPage'),
  pendingComponent: WaitingPart,
})

/** The desk's pages by address. */
export function createDeskRouter(context: DeskContext) {
  return createRouter({
    routeTree: root.addChildren([
      ...doorRoutes,
      desk.addChildren([
        home,
        articles,
        article,
        media,
        mediaItem,
        leading,
        identity,
        settings,
        redirects,
        searches,
        figures,
        users,
        user,
        notifications,
        account,
        audit,
        ...organizationRoutes,
        ...portalsRoutes,
      ]),
    ]),
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
