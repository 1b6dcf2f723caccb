import { dictionaryHook } from '../use-dictionary.ts'
import { portals as en } from './en-portals.ts'
import { portals as vi } from './vi-portals.ts'

/** Words of the pages of portals; loaded with them. */
export const usePortalsText = dictionaryHook({ vi, en })
