import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readPortalsSearch } from '../../features/portals/portals-search.ts'
import { WaitingPart } from '../shell/screens.tsx'
import { desk } from './frame-routes.tsx'

const portals = createRoute({
  getParentRoute: () => desk,
  path: '/cong-nhan-tin',
  validateSearch: readPortalsSearch,
  component: lazyRouteComponent(() => import('../pages/portals-page.tsx'), 'PortalsPage'),
  pendingComponent: WaitingPart,
})

const portal = createRoute({
  getParentRoute: () => desk,
  path: '/cong-nhan-tin/$portalId',
  component: lazyRouteComponent(() => import('../pages/portal-page.tsx'), 'PortalPage'),
  pendingComponent: WaitingPart,
})

/** The pages of portals that take over what we publish. */
export const portalsRoutes = [portals, portal] as const
