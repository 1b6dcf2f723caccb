import { Outlet } from '@tanstack/react-router'
import { SignInAgain } from '../../features/auth/sign-in-again.tsx'

/** Around every page: the page, and over it the dialog of a session that ended. */
export function RootLayout() {
  return (
    <>
      <Outlet />
      <SignInAgain />
    </>
  )
}
