import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useSearch } from '@tanstack/react-router'
import { setupQuery } from '../../features/auth/auth.api.ts'
import { SignInForm } from '../../features/auth/sign-in-form.tsx'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { DoorFrame } from './door-frame.tsx'
import { readLoginSearch } from './login-search.ts'
import { useDoor } from './use-door.ts'
import { useTitle } from './use-title.ts'

/** The editors' door. Whoever is signed in already goes on to where he wanted; where nobody can be yet it leads to the first set-up. */
export function LoginPage() {
  const words = useDeskText()
  // The router hands on what it does not know, unread; it is read here.
  const { tiep } = readLoginSearch({ ...useSearch({ from: '/dang-nhap' }) })
  useTitle(words.login.title)
  const door = useDoor(tiep ?? '/ban-bien-tap')
  const setup = useQuery(setupQuery())
  if (setup.data?.isNeeded) return <Navigate to="/dang-nhap/thiet-lap" replace />
  return (
    <DoorFrame title={words.desk} lead={words.login.lead}>
      {door.error ? <ErrorNotice error={door.error} onRetry={door.retry} /> : null}
      <SignInForm forgotten={<Link to="/dang-nhap/quen-mat-khau">{words.login.forgotten}</Link>} />
    </DoorFrame>
  )
}
