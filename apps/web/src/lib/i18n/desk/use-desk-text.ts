import { dictionaryHook } from '../use-dictionary.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

/** Words of the desk in the editor's language. */
export const useDeskText = dictionaryHook({ vi, en })
