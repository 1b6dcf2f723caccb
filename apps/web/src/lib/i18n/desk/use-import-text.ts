import { dictionaryHook } from '../use-dictionary.ts'
import { importing as en } from './en-import.ts'
import { importing as vi } from './vi-import.ts'

/** Words of the page on which tables come in and go out; loaded with it. */
export const useImportText = dictionaryHook({ vi, en })
