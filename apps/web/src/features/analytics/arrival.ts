/**
 * Whether this page load came from outside: a fresh navigation, neither a reload nor a step through the history, without a referrer or with
 * a foreign one. What the public counters call a visit begins with such a load.
 */
export function cameFromOutside(page: Window = window): boolean {
  const [load] = page.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (load?.type === 'reload' || load?.type === 'back_forward') return false
  return originOf(page.document.referrer) !== page.location.origin
}

/** The origin of the foreign page that led here, or undefined. Its path is nobody's business. */
export function foreignReferrer(page: Window = window): string | undefined {
  const origin = originOf(page.document.referrer)
  return origin === page.location.origin ? undefined : origin
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined
}
