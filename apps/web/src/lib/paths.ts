import type { Locale } from './i18n/locale.ts'

/** Addresses of the public pages in one language of the interface; `/en/…` mirrors every Vietnamese path. */
export function sitePaths(locale: Locale) {
  const base = locale === 'en' ? '/en' : ''
  return {
    home: base || '/',
    article: (slug: string) => `${base}/bai-viet/${slug}`,
    category: (slug: string) => `${base}/chuyen-muc/${slug}`,
    tag: (slug: string) => `${base}/the/${slug}`,
    units: `${base}/don-vi`,
    unit: (slug: string) => `${base}/don-vi/${slug}`,
    person: (slug: string) => `${base}/nguoi/${slug}`,
    author: (slug: string) => `${base}/tac-gia/${slug}`,
    search: `${base}/tim-kiem`,
    statistics: `${base}/thong-ke`,
  }
}

export type SitePaths = ReturnType<typeof sitePaths>

/** Addresses of the editors' side. */
export const deskPaths = {
  home: '/ban-bien-tap',
  login: '/dang-nhap',
  forgotten: '/dang-nhap/quen-mat-khau',
  passwordLink: '/dang-nhap/mat-khau',
  mediaItem: (id: string) => `/ban-bien-tap/thu-vien/${id}`,
} as const

/** The language an address stands for, and the same address in Vietnamese: `/en/don-vi` is `{ locale: 'en', path: '/don-vi' }`. */
export function splitLocale(path: string): { locale: Locale; path: string } {
  if (path === '/en') return { locale: 'en', path: '/' }
  return path.startsWith('/en/') ? { locale: 'en', path: path.slice(3) } : { locale: 'vi', path }
}

/** The same page in another language of the interface. */
export function mirrorPath(path: string, locale: Locale): string {
  const plain = splitLocale(path).path
  if (locale === 'vi') return plain
  return plain === '/' ? '/en' : `/en${plain}`
}

/** The address of a list's page that begins after a cursor. */
export function listPath(path: string, after: string): string {
  return `${path}?${new URLSearchParams({ sau: after })}`
}
