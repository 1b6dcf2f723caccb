import { dictionaryHook } from '../use-dictionary.ts'
import { reorganization as en } from './en-reorganization.ts'
import { reorganization as vi } from './vi-reorganization.ts'

/** Words of the page that reorganizes; loaded with it. */
export const useReorganizationText = dictionaryHook({ vi, en })
