import { dictionaryHook } from '../use-dictionary.ts'
import { links as en } from './en-links.ts'
import { links as vi } from './vi-links.ts'

/** Words of the panel of links; loaded with it. */
export const useLinksText = dictionaryHook({ vi, en })
