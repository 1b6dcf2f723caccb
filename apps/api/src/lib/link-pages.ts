/**
 * Which page a path is whose address carries a secret: it goes into no cache, count or log, and to no other site. Undefined for every
 * other path. Paths with a query are taken too.
 */
export function linkPageOf(path: string): 'preview' | 'opinion' | undefined {
  const [, name] = /^(?:\/en)?\/(xem-truoc|y-kien)(?:[/?]|$)/.exec(path) ?? []
  if (name === undefined) return undefined
  return name === 'xem-truoc' ? 'preview' : 'opinion'
}
