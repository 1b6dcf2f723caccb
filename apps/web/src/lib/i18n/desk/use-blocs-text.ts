import { dictionaryHook } from '../use-dictionary.ts'
import { blocs as en } from './en-blocs.ts'
import { blocs as vi } from './vi-blocs.ts'

/** Words of the pages of blocs; loaded with them. */
export const useBlocsText = dictionaryHook({ vi, en })
