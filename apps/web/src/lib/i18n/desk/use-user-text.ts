import { dictionaryHook } from '../use-dictionary.ts'
import { user as en } from './en-user.ts'
import { user as vi } from './vi-user.ts'

/** Words of the page of one user; loaded with it. */
export const useUserText = dictionaryHook({ vi, en })
