let policy: { createHTML(html: string): unknown } | undefined

/**
 * Lets HTML of our own API through the browser's Trusted Types gate, which the pages' policy closes to everything else. A plain string
 * where there is no such gate, as on the server.
 */
export function trustedHtml(html: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
  if (!factory) return html
  policy ??= factory.createPolicy('bantin', { createHTML: (given) => given })
  return policy.createHTML(html) as string
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): { createHTML(html: string): unknown }
}
