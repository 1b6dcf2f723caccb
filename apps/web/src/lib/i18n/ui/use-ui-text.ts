import { dictionaryHook } from '../use-dictionary.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

/** Words of the shared widgets in the reader's language. */
export const useUiText = dictionaryHook({ vi, en })
