import { dictionaryHook } from '../use-dictionary.ts'
import { history as en } from './en-history.ts'
import { history as vi } from './vi-history.ts'

/** Words of the panel of revisions. They are loaded with it, as those of every panel. */
export const useHistoryText = dictionaryHook({ vi, en })
