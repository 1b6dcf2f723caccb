/** Numbers the committed navigations of a page load. */
export interface Navigations {
  /** 1 is the load itself. */
  current(): number
  /** Calls back after each navigation; returns how to stop that. */
  subscribe(listener: () => void): () => void
  stop(): void
}

/**
 * Counts a navigation when another path is committed by the router or by the browser's history, and when the browser brings the page back
 * whole from its cache. Hashes, queries and `replaceState` are none. The `pushState` event is the router's (wouter dispatches it).
 */
export function watchNavigations(page: Window = window): Navigations {
  const listeners = new Set<() => void>()
  let count = 1
  let path = page.location.pathname
  const commit = (): void => {
    path = page.location.pathname
    count += 1
    for (const listener of listeners) listener()
  }
  const onMove = (): void => {
    if (page.location.pathname !== path) commit()
  }
  const onReplace = (): void => {
    path = page.location.pathname
  }
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) commit()
  }
  page.addEventListener('pushState', onMove)
  page.addEventListener('popstate', onMove)
  page.addEventListener('replaceState', onReplace)
  page.addEventListener('pageshow', onShow)
  return {
    current: () => count,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      page.removeEventListener('pushState', onMove)
      page.removeEventListener('popstate', onMove)
      page.removeEventListener('replaceState', onReplace)
      page.removeEventListener('pageshow', onShow)
    },
  }
}
