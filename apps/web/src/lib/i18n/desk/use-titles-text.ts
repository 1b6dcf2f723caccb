import { dictionaryHook } from '../use-dictionary.ts'
import { titles as en } from './en-titles.ts'
import { titles as vi } from './vi-titles.ts'

/** Words of people whom an article names by their titles. */
export const useTitlesText = dictionaryHook({ vi, en })
