import { dictionaryHook } from '../use-dictionary.ts'
import { home as en } from './en-home.ts'
import { home as vi } from './vi-home.ts'

/** Words of the home page's arrangement; loaded with it. */
export const useHomeText = dictionaryHook({ vi, en })
