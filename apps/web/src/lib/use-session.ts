import type { Me } from '@bantin/shared/auth'
import type { Actor } from '@bantin/shared/permissions'
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Session } from './session.ts'
import type { SessionState } from './session-door.ts'

const SessionContext = createContext<Session | null>(null)

/** Gives the session to everything below it. */
export const SessionProvider = SessionContext.Provider

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('There is no SessionProvider above.')
  return session
}

/** The state of the session; renders again when it changes. */
export function useSessionState(): SessionState {
  const { state, subscribe } = useSession()
  return useSyncExternalStore(subscribe, state)
}

/** The signed-in person, also while the session waits to be renewed. Below the desk's door only. */
export function useMe(): Me {
  const state = useSessionState()
  if (!('user' in state)) throw new Error('Nobody is signed in.')
  return state.user
}

/** The signed-in person as `can()` wants him. */
export function useActor(): Actor {
  const { id, grants } = useMe()
  return useMemo(() => ({ userId: id, grants }), [id, grants])
}
