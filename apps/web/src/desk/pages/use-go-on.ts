import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSessionState } from '../../lib/use-session.ts'

/** Whoever is signed in goes on to `next`, in the place of this page. */
export function useGoOn(next: string): void {
  const { status } = useSessionState()
  const router = useRouter()
  useEffect(() => {
    if (status === 'signedIn') router.history.replace(next)
  }, [status, next, router])
}
