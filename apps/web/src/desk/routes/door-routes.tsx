import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { LoginPage } from '../pages/login-page.tsx'
import { readLoginSearch } from '../pages/login-search.ts'
import { root } from './frame-routes.tsx'

const login = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: readLoginSearch,
  component: LoginPage,
})

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap/quen-mat-khau',
  component: lazyRouteComponent(() => import('../pages/forgotten-page.tsx'), 'ForgottenPage'),
})

const passwordLink = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap/mat-khau',
  component: lazyRouteComponent(() => import('../pages/password-link-page.tsx'), 'PasswordLinkPage'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap/thiet-lap',
  component: lazyRouteComponent(() => import('../pages/setup-page.tsx'), 'SetupPage'),
})

/** The ways in, and back in. */
export const doorRoutes = [login, forgotten, passwordLink, setup] as const
