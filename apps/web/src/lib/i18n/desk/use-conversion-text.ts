import { dictionaryHook } from '../use-dictionary.ts'
import { conversion as en } from './en-conversion.ts'
import { conversion as vi } from './vi-conversion.ts'

/** Words of the dialog that opens a document; loaded with it. */
export const useConversionText = dictionaryHook({ vi, en })
