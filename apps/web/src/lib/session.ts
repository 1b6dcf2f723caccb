import type { LoginInput, Me, SignedIn } from '@bantin/shared/auth'
import { createAccessToken, isRefusal } from './access-token.ts'
import type { ApiClient, Bearer } from './api-client.ts'
import { ApiError } from './api-error.ts'

/**
 * `ended`: the person was signed in and is no more; what waits for an answer goes on after signing in again.
 * `changed`: another person signed in beside or over this page; it sends nothing more and is to be loaded anew.
 */
export type SessionState = { status: 'starting' | 'signedOut' | 'changed' } | { status: 'signedIn' | 'ended'; user: Me }

export interface Session {
  state: () => SessionState
  /** Calls back after each change of state; gives the function that stops it. */
  subscribe: (listener: () => void) => () => void
  /** Asks for a session by the cookie, once. Rejects with ApiError when the server cannot be asked; may then be tried again. */
  start: () => Promise<void>
  /** Rejects with ApiError: `wrong_credentials`, `too_many_requests`, or what stands in the way of asking. */
  signIn: (input: LoginInput) => Promise<void>
  /** Also leaves an ended session without signing in again. */
  signOut: () => Promise<void>
  /** For the API client: a token that is still good, and a fresh one after a 401. */
  bearer: Bearer
}

/** A person's session in this page. `api` sends no credential of its own. */
export function createSession(api: ApiClient, now: () => number = Date.now): Session {
  const { state, admit, askAgain, leave } = createDoor()
  const token = createAccessToken(api, admit, now)
  const renew = async (quiet = false): Promise<boolean> => {
    if (state.get().status === 'changed') return false
    const renewal = await token.renew()
    return renewal === 'none' && !quiet ? askAgain() : renewal === 'renewed'
  }
  return {
    state: state.get,
    subscribe: state.subscribe,
    start: async () => {
      if (state.get().status === 'starting' && (await token.renew()) === 'none') leave()
    },
    signIn: async (input) => {
      const answer = await api.send<SignedIn>('POST', '/auth/login', { body: input })
      token.keep(answer)
      if (!admit(answer)) token.drop()
    },
    signOut: async () => {
      await api.send('POST', '/auth/logout', { body: {} }).catch((error: unknown) => {
        if (!isRefusal(error)) throw error
      })
      token.drop()
      leave()
    },
    bearer: { token: (quiet) => tokenOf(token.current, () => renew(quiet)), renew },
  }
}

/** Who is in, and who waits to be let in again. */
function createDoor() {
  const state = createState<SessionState>({ status: 'starting' })
  const waiting = createWaitingRoom()
  return {
    state,
    /** False when it is another person than before. */
    admit: ({ user }: SignedIn): boolean => {
      const before = state.get()
      const same = before.status !== 'changed' && (!('user' in before) || before.user.id === user.id)
      state.become(same ? { status: 'signedIn', user } : { status: 'changed' })
      waiting.open(same)
      return same
    },
    /** The person is asked to sign in again; resolves when he has, or to false when he will not. */
    askAgain: (): Promise<boolean> => {
      const before = state.get()
      if (before.status === 'signedIn') state.become({ status: 'ended', user: before.user })
      return state.get().status === 'ended' ? waiting.enter() : Promise.resolve(false)
    },
    leave: (): void => {
      state.become({ status: 'signedOut' })
      waiting.open(false)
    },
  }
}

/** Without a token nothing is sent: the answer would be 401, and by then the cookie may be another person's. */
async function tokenOf(current: () => string | null, renew: () => Promise<boolean>): Promise<string | null> {
  if (current() === null && !(await renew())) throw new ApiError('session_ended', 401)
  return current()
}

function createState<T>(first: T) {
  let state = first
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    become: (next: T): void => {
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function createWaitingRoom() {
  const waiting = new Set<(goOn: boolean) => void>()
  return {
    enter: () => new Promise<boolean>((resolve) => waiting.add(resolve)),
    open: (goOn: boolean): void => {
      const all = [...waiting]
      waiting.clear()
      for (const resolve of all) resolve(goOn)
    },
  }
}
