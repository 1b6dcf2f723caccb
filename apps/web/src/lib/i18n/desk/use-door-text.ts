import { dictionaryHook } from '../use-dictionary.ts'
import { door as en } from './en-door.ts'
import { door as vi } from './vi-door.ts'

/** Words of the pages before signing in; loaded with them. */
export const useDoorText = dictionaryHook({ vi, en })
