import type { Locale } from '../lib/i18n/locale.ts'
import { splitLocale } from '../lib/paths.ts'

/** A page of the site with what its address says. `after` is the cursor behind which a list's page begins. */
export type SitePage =
  | { name: 'home' }
  | { name: 'article'; slug: string }
  | { name: 'category' | 'tag' | 'unit' | 'person' | 'author'; slug: string; after: string | undefined }
  | { name: 'units' | 'statistics' }
  /** The query as the address has it: only the page itself reads it. */
  | { name: 'search'; search: string }
  | { name: 'preview' | 'opinion'; token: string }
  | { name: 'not-found' }

export interface MatchedPage {
  locale: Locale
  /** The whole path, with the language's prefix. */
  path: string
  page: SitePage
}

/** Finds the page of an address. Query parameters that the page does not know are ignored: social networks add their own. */
export function matchPage(path: string, search: string): MatchedPage {
  const { locale, path: plain } = splitLocale(path)
  return { locale, path, page: pageOf(plain, search) }
}

// As the API has it: what it would refuse is no page, not a failure to read one.
const slugForm = '(?=.{1,90}$)([a-z0-9]+(?:-[a-z0-9]+)*)'
const patterns = [
  ['article', new RegExp(`^/bai-viet/${slugForm}$`)],
  ['category', new RegExp(`^/chuyen-muc/${slugForm}$`)],
  ['tag', new RegExp(`^/the/${slugForm}$`)],
  ['unit', new RegExp(`^/don-vi/${slugForm}$`)],
  ['person', new RegExp(`^/nguoi/${slugForm}$`)],
  ['author', new RegExp(`^/tac-gia/${slugForm}$`)],
] as const
const linkForm = /^\/(xem-truoc|y-kien)\/([A-Za-z0-9_-]{43})$/

function pageOf(path: string, search: string): SitePage {
  if (path === '/') return { name: 'home' }
  if (path === '/don-vi') return { name: 'units' }
  if (path === '/thong-ke') return { name: 'statistics' }
  if (path === '/tim-kiem') return { name: 'search', search }
  for (const [name, pattern] of patterns) {
    const slug = pattern.exec(path)?.[1]
    if (slug === undefined) continue
    return name === 'article' ? { name, slug } : { name, slug, after: cursorOf(search) }
  }
  const [, place, token] = linkForm.exec(path) ?? []
  if (token !== undefined) return { name: place === 'xem-truoc' ? 'preview' : 'opinion', token }
  return { name: 'not-found' }
}

function cursorOf(search: string): string | undefined {
  const cursor = new URLSearchParams(search).get('sau')
  return cursor && cursor.length <= 400 ? cursor : undefined
}
