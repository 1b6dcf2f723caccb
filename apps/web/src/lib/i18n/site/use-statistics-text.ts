import type { Locale } from '../locale.ts'
import { dictionaryHook } from '../use-dictionary.ts'
import { en } from './en-statistics.ts'
import { type StatisticsWords, vi } from './vi-statistics.ts'

const dictionaries: Record<Locale, StatisticsWords> = { vi, en }

/** Words of the page of statistics in the reader's language. */
export const useStatisticsText = dictionaryHook(dictionaries)

/** The same outside components. */
export function statisticsText(locale: Locale): StatisticsWords {
  return dictionaries[locale]
}
