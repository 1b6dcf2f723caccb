import type { Locale } from '../lib/i18n/locale.ts'

export interface PageParts {
  locale: Locale
  head: string
  page: string
  state: string
}

/** The built index.html with a page in it. */
export function fillTemplate(template: string, { locale, head, page, state }: PageParts): string {
  const parts: Record<string, string> = {
    '<html lang="vi">': `<html lang="${locale}">`,
    '<!--head-->': head,
    '<!--page-->': page,
    '<!--state-->': state,
  }
  // In one go: what was filled in is long, and no place for anything.
  return template.replace(/<html lang="vi">|<!--(?:head|page|state)-->/g, (place) => parts[place] ?? place)
}

/** The template of a page that stays as the server sent it. */
export function withoutScripts(template: string): string {
  return template.replace(/<script[^>]*><\/script>/g, '').replace(/<link rel="modulepreload"[^>]*>/g, '')
}
