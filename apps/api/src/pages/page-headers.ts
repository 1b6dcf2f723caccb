const shared = (media: string) => ({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': `'self' data: ${media}`,
  'font-src': "'self'",
  'connect-src': "'self'",
  'media-src': `'self' ${media}`,
  'manifest-src': "'self'",
  // No video host is allowed yet.
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'require-trusted-types-for': "'script'",
})

/** The policy of the site's pages: nothing inline, so that it needs no nonce and the HTML can be cached. `media` is where pictures lie. */
export function sitePolicy(media: string): string {
  return policy({ ...shared(media), 'trusted-types': 'bantin' })
}

/** The policy of the editors' application: the text editor needs a policy of its own, style attributes and pictures not yet uploaded. */
export function deskPolicy(media: string): string {
  return policy({
    ...shared(media),
    'img-src': `'self' data: blob: ${media}`,
    'style-src-attr': "'unsafe-inline'",
    'trusted-types': 'ProseMirrorClipboard bantin',
  })
}

/** The policy of pages of plain words. */
export const documentPolicy = policy({
  'default-src': "'none'",
  'style-src': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
})

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** How long a page may be kept: what may be gone tomorrow is kept nowhere. */
export function pageCaching(status: number): string {
  return status === 200 || status === 308 ? 'public, max-age=0, s-maxage=10' : 'no-store'
}
