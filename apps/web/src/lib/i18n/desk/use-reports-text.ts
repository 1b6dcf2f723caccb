import { dictionaryHook } from '../use-dictionary.ts'
import { reports as en } from './en-reports.ts'
import { reports as vi } from './vi-reports.ts'

/** Words of reports; loaded with the page of figures. */
export const useReportsText = dictionaryHook({ vi, en })
