import { dictionaryHook } from '../use-dictionary.ts'
import { redirects as en } from './en-redirects.ts'
import { redirects as vi } from './vi-redirects.ts'

/** Words of the page of old addresses; loaded with it. */
export const useRedirectsText = dictionaryHook({ vi, en })
