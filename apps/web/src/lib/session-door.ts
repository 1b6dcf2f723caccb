import type { Me, SignedIn } from '@bantin/shared/auth'

/**
 * `ended`: the person was signed in and is no more; what waits for an answer goes on after signing in again.
 * `changed`: another person signed in beside or over this page; it sends nothing more and is to be loaded anew.
 */
export type SessionState = { status: 'starting' | 'signedOut' | 'changed' } | { status: 'signedIn' | 'ended'; user: Me }

/** True while the desk's routes refuse this person, for a second factor is asked of him and not on. */
export function needsSecondFactor({ secondFactor }: Me): boolean {
  return secondFactor.isRequired && !secondFactor.isOn
}

/** Who is in; and who waits, to be let in again or for a second factor. */
export function createDoor() {
  const state = createState<SessionState>({ status: 'starting' })
  const [signingIn, secondFactor] = [createWaitingRoom(), createWaitingRoom()]
  const letIn = (status: 'signedIn' | 'ended', user: Me): void => {
    state.become({ status, user })
    if (!needsSecondFactor(user)) secondFactor.open(true)
  }
  const shut = (status: 'signedOut' | 'changed'): void => {
    state.become({ status })
    signingIn.open(false)
    secondFactor.open(false)
  }
  return {
    state,
    /** What is known anew of the same person. */
    know: (user: Me): void => {
      const before = state.get()
      if ('user' in before && before.user.id === user.id) letIn(before.status, user)
    },
    /** False when it is another person than before. */
    admit: ({ user }: SignedIn): boolean => {
      const before = state.get()
      const same = before.status !== 'changed' && (!('user' in before) || before.user.id === user.id)
      if (!same) shut('changed')
      else {
        letIn('signedIn', user)
        signingIn.open(true)
      }
      return same
    },
    /** The person is asked to sign in again; resolves when he has, or to false when he will not. */
    askAgain: (): Promise<boolean> => {
      const before = state.get()
      if (before.status === 'signedIn') state.become({ status: 'ended', user: before.user })
      return state.get().status === 'ended' ? signingIn.enter() : Promise.resolve(false)
    },
    /** The person is asked for a second factor; resolves when it is on or no more required, or to false when he leaves. */
    askForSecondFactor: (): Promise<boolean> => {
      const before = state.get()
      if (!('user' in before)) return Promise.resolve(false)
      const { secondFactor: known } = before.user
      state.become({ ...before, user: { ...before.user, secondFactor: { ...known, isRequired: true, isOn: false } } })
      return secondFactor.enter()
    },
    leave: (): void => shut('signedOut'),
  }
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
