import { deskPaths } from '../lib/paths.ts'

/** The secret of a link that sets a password, kept by this page alone. */
export interface LinkSecret {
  current: () => string | null
  /** Calls back when another link was opened in this page; gives the function that stops it. */
  subscribe: (listener: () => void) => () => void
}

/**
 * Takes what stands behind `#` in the address of such a link out of it, at once: neither the history of the browser nor who looks at the
 * screen has it afterwards, and a reload forgets it.
 */
export function takeLinkSecret(page: Window): LinkSecret {
  let secret: string | null = null
  const listeners = new Set<() => void>()
  const take = (): void => {
    const { pathname, search, hash } = page.location
    if (pathname.replace(/\/$/, '') !== deskPaths.passwordLink || hash.length < 2) return
    secret = hash.slice(1)
    page.history.replaceState(page.history.state, '', pathname + search)
    for (const listener of listeners) listener()
  }
  take()
  page.addEventListener('hashchange', take)
  return {
    current: () => secret,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
