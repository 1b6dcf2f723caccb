import { dictionaryHook } from '../use-dictionary.ts'
import { unit as en } from './en-unit.ts'
import { unit as vi } from './vi-unit.ts'

/** Words of the pages of one unit and of people, with their posts; loaded with them. */
export const useUnitText = dictionaryHook({ vi, en })
