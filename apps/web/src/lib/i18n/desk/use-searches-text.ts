import { dictionaryHook } from '../use-dictionary.ts'
import { searches as en } from './en-searches.ts'
import { searches as vi } from './vi-searches.ts'

/** Words of the page of searches and abbreviations; loaded with it. */
export const useSearchesText = dictionaryHook({ vi, en })
