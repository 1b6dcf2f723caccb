import type { LoginInput, Me, SignedIn } from '@bantin/shared/auth'
import { createAccessToken, isRefusal } from './access-token.ts'
import type { ApiClient, Bearer } from './api-client.ts'
import { ApiError } from './api-error.ts'
import { createDoor, type SessionState } from './session-door.ts'

export interface Session {
  state: () => SessionState
  /** Calls back after each change of state; gives the function that stops it. */
  subscribe: (listener: () => void) => () => void
  /** Asks for a session by the cookie, once. Rejects with ApiError when the server cannot be asked; may then be tried again. */
  start: () => Promise<void>
  /**
   * Rejects with ApiError: `wrong_credentials`; `code_needed` when the password is right and a code is asked for; `wrong_code`;
   * `too_many_requests`; or what stands in the way of asking.
   */
  signIn: (input: LoginInput) => Promise<void>
  /** The session that takes the place of this one, when the password was changed. The browser has its cookie already. */
  goOnWith: (answer: SignedIn) => void
  /** What the API says of the signed-in person now: after a change of the profile or of the second factor. */
  know: (user: Me) => void
  /** Also leaves an ended session without signing in again. */
  signOut: () => Promise<void>
  /** For the API client: a token that is still good, a fresh one after a 401, a second factor where it is asked for. */
  bearer: Bearer
}

/** A person's session in this page. `api` sends no credential of its own. */
export function createSession(api: ApiClient, now: () => number = Date.now): Session {
  const { state, know, admit, askAgain, askForSecondFactor, leave } = createDoor()
  const token = createAccessToken(api, admit, now)
  const renew = async (quiet = false): Promise<boolean> => {
    if (state.get().status === 'changed') return false
    const renewal = await token.renew()
    return renewal === 'none' && !quiet ? askAgain() : renewal === 'renewed'
  }
  const goOnWith = (answer: SignedIn): void => {
    token.keep(answer)
    if (!admit(answer)) token.drop()
  }
  return {
    state: state.get,
    subscribe: state.subscribe,
    start: async () => {
      if (state.get().status === 'starting' && (await token.renew()) === 'none') leave()
    },
    signIn: async (input) => goOnWith(await api.send<SignedIn>('POST', '/auth/login', { body: input })),
    goOnWith,
    know,
    signOut: async () => {
      await api.send('POST', '/auth/logout', { body: {} }).catch((error: unknown) => {
        if (!isRefusal(error)) throw error
      })
      token.drop()
      leave()
    },
    bearer: {
      token: (quiet) => tokenOf(token.current, () => renew(quiet)),
      renew,
      secondFactor: async (quiet) => !quiet && askForSecondFactor(),
    },
  }
}

/** Without a token nothing is sent: the answer would be 401, and by then the cookie may be another person's. */
async function tokenOf(current: () => string | null, renew: () => Promise<boolean>): Promise<string | null> {
  if (current() === null && !(await renew())) throw new ApiError('session_ended', 401)
  return current()
}
