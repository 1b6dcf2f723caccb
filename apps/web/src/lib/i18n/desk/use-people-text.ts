import { dictionaryHook } from '../use-dictionary.ts'
import { people as en } from './en-people.ts'
import { people as vi } from './vi-people.ts'

/** Words of the page of people; loaded with it. */
export const usePeopleText = dictionaryHook({ vi, en })
