import { dictionaryHook } from '../use-dictionary.ts'
import { password as en } from './en-password.ts'
import { password as vi } from './vi-password.ts'

/** Words around a new password; loaded with the pages that ask for one. */
export const usePasswordText = dictionaryHook({ vi, en })
