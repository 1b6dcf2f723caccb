import type { Locale } from '../locale.ts'
import { dictionaryHook } from '../use-dictionary.ts'
import { en } from './en-link-pages.ts'
import { type LinkPageWords, vi } from './vi-link-pages.ts'

const dictionaries: Record<Locale, LinkPageWords> = { vi, en }

/** Words of the pages that open by a link without an account, in the reader's language. */
export const useLinkPageText = dictionaryHook(dictionaries)

/** The same outside components. */
export function linkPageText(locale: Locale): LinkPageWords {
  return dictionaries[locale]
}
