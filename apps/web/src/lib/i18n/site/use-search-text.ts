import type { Locale } from '../locale.ts'
import { dictionaryHook } from '../use-dictionary.ts'
import { en } from './en-search.ts'
import { type SearchWords, vi } from './vi-search.ts'

const dictionaries: Record<Locale, SearchWords> = { vi, en }

/** Words of the search page and of suggestions in the reader's language. */
export const useSearchText = dictionaryHook(dictionaries)

/** The same outside components. */
export function searchText(locale: Locale): SearchWords {
  return dictionaries[locale]
}
