import { Outlet } from '@tanstack/react-router'
import { SignInAgain } from '../../features/auth/sign-in-again.tsx'
import { SecondFactorDemand } from './second-factor-demand.tsx'

/** Around every page: the page, and over it the dialogs of a session that ended and of a second factor that is asked for. */
export function RootLayout() {
  return (
    <>
      <Outlet />
      <SecondFactorDemand />
      <SignInAgain />
    </>
  )
}
