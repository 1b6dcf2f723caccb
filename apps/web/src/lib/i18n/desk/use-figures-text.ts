import { dictionaryHook } from '../use-dictionary.ts'
import { figures as en } from './en-figures.ts'
import { figures as vi } from './vi-figures.ts'

/** Words of the page of figures; loaded with it. */
export const useFiguresText = dictionaryHook({ vi, en })
