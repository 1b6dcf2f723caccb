import { dictionaryHook } from '../use-dictionary.ts'
import { person as en } from './en-person.ts'
import { person as vi } from './vi-person.ts'

/** Words of the page of one person; loaded with it. */
export const usePersonText = dictionaryHook({ vi, en })
