import { videoFrames } from '@bantin/shared/video-hosts'
import { linkPageOf } from '../lib/link-pages.ts'

const shared = (media: string) => ({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': `'self' data: ${media}`,
  'font-src': "'self'",
  'connect-src': "'self'",
  'media-src': `'self' ${media}`,
  'manifest-src': "'self'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'require-trusted-types-for': "'script'",
})

/** What the site's pages have beside: recordings on other sites, once a reader asks for one. */
const site = { 'frame-src': videoFrames.join(' '), 'trusted-types': 'bantin' }

/** The policy of the site's pages: nothing inline, so that it needs no nonce and the HTML can be cached. */
function sitePolicy(media: string): string {
  return policy({ ...shared(media), ...site })
}

/** The policy of a preview's page: the desk may show it in a frame. */
function previewPolicy(media: string): string {
  return policy({ ...shared(media), ...site, 'frame-ancestors': "'self'" })
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

/** Of a page whose address carries a secret: kept nowhere, found by no search, named to no other site. */
const linkPage = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' }

/** Gives the headers of a page of the site by its address and status. `media` is where pictures lie. */
export function sitePageHeaders(media: string): (url: string, status: number) => Record<string, string> {
  const [plain, framed] = [sitePolicy(media), previewPolicy(media)]
  return (url, status) => {
    const link = linkPageOf(url)
    const policy = { 'content-security-policy': link === 'preview' ? framed : plain }
    return { ...policy, ...(link ? linkPage : { 'cache-control': pageCaching(status) }) }
  }
}

/** How long a page may be kept: what may be gone tomorrow is kept nowhere. */
function pageCaching(status: number): string {
  return status === 200 || status === 308 ? 'public, max-age=0, s-maxage=10' : 'no-store'
}
