import { dictionaryHook } from '../use-dictionary.ts'
import { account as en } from './en-account.ts'
import { account as vi } from './vi-account.ts'

/** Words of the page of one's own account; loaded with it. */
export const useAccountText = dictionaryHook({ vi, en })
