import { dictionaryHook } from '../use-dictionary.ts'
import { identity as en } from './en-identity.ts'
import { identity as vi } from './vi-identity.ts'

/** Words of who publishes the portal; loaded with its page. */
export const useIdentityText = dictionaryHook({ vi, en })
