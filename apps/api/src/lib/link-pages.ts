/**
 * Which page a path is whose address carries a secret: it goes into no cache, count or log, and to no other site. Undefined for every
 * other path. Paths with a query are taken too.
 */
export function linkPageOf(path: string): 'preview' | 'opinion' | undefined {
  const [, name] = /^(?:\/en)?\/(xem-truoc|y-kien)(?:[/?]|$)/.exec(path) ?? []
  if (name === undefined) return undefined
  return name === 'xem-truoc' ? 'preview' : 'opinion'
}

/** Whether such a link stands in the path, though mistyped: it opens nothing, but who reads the path has the secret. */
export function hasLink(path: string): boolean {
  return /(?:[^\w-]|%2f)(?:xem-truoc|y-kien)[^\w-]+[\w-]{40}/i.test(path)
}
