import { formatMoment } from './format.ts'
import type { LinksWords } from './i18n/desk/vi-links.ts'
import type { Locale } from './i18n/locale.ts'

interface LinkLife {
  expiresAt: string
  revokedAt: string | null
}

/** Whether the link can be opened now. */
export function isOpen({ expiresAt, revokedAt }: LinkLife): boolean {
  return revokedAt === null && Date.parse(expiresAt) > Date.now()
}

/** Until when a link opens, or since when no more. */
export function sayLinkState(link: LinkLife, words: LinksWords, locale: Locale): string {
  if (link.revokedAt !== null) return words.closed(formatMoment(link.revokedAt, locale))
  return (isOpen(link) ? words.open : words.expired)(formatMoment(link.expiresAt, locale))
}
