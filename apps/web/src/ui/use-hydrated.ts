import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and until the browser has taken the page over: what needs JavaScript is enabled by it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
