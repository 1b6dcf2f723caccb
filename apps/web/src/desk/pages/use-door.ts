import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { useSession, useSessionState } from '../../lib/use-session.ts'

/** What happens at the door by itself: who wants out is signed out, who is signed in already goes on to `next`. */
export function useDoor(next: string): { error: unknown; retry: () => void } {
  const session = useSession()
  const { status } = useSessionState()
  const router = useRouter()
  const leaving = useLocation({ select: (location) => location.state.signOut === true })
  const [error, setError] = useState<unknown>(null)

  const signOut = useCallback((): void => {
    setError(null)
    // Done once: who signs in here next is not to be signed out again.
    session.signOut().then(() => router.navigate({ to: '/dang-nhap', replace: true }), setError)
  }, [session, router])

  useEffect(() => {
    // Unreachable or not signed in: the form is there either way.
    void session.start().catch(() => undefined)
  }, [session])
  useEffect(() => {
    if (status !== 'signedIn') return
    if (leaving) signOut()
    else router.history.replace(next)
  }, [status, leaving, next, router, signOut])

  return { error, retry: signOut }
}
