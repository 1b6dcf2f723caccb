import type { Locale } from '../lib/i18n/locale.ts'

export interface PageParts {
  locale: Locale
  head: string
  page: string
  state: string
}

/** The built index.html with a page in it. */
export function fillTemplate(template: string, { locale, head, page, state }: PageParts): string {
  // Replacements are functions: in a string, "$&" would be a pattern.
  return template
    .replace('<html lang="vi">', () => `<html lang="${locale}">`)
    .replace('<!--head-->', () => head)
    .replace('<!--page-->', () => page)
    .replace('<!--state-->', () => state)
}

/** The template of a page that stays as the server sent it. */
export function withoutScripts(template: string): string {
  return template.replace(/<script[^>]*><\/script>/g, '').replace(/<link rel="modulepreload"[^>]*>/g, '')
}
