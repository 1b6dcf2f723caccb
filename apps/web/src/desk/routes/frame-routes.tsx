import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import type { Session } from '../../lib/session.ts'
import type { LinkSecret } from '../link-secret.ts'
import { DeskShell } from '../shell/desk-shell.tsx'
import { RootLayout } from '../shell/root-layout.tsx'
import { FailedScreen, MissingPart, MissingScreen } from '../shell/screens.tsx'

export interface DeskContext {
  session: Session
  queryClient: QueryClient
  linkSecret: LinkSecret
}

/** What every page stands in. */
export const root = createRootRouteWithContext<DeskContext>()({
  component: RootLayout,
  notFoundComponent: MissingScreen,
  errorComponent: FailedScreen,
})

/** The frame of the desk's pages: for those who are signed in. */
export const desk = createRoute({
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
