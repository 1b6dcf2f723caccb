import type { Locale } from '../locale.ts'
import { dictionaryHook } from '../use-dictionary.ts'
import { en } from './en.ts'
import { type SiteWords, vi } from './vi.ts'

const dictionaries: Record<Locale, SiteWords> = { vi, en }

/** Words of the public site in the reader's language. */
export const useSiteText = dictionaryHook(dictionaries)

/** The same outside components. */
export function siteText(locale: Locale): SiteWords {
  return dictionaries[locale]
}
